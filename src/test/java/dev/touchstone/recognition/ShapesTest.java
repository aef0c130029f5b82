package dev.touchstone.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was read against the shapes that stand there: letters of 20 pixels on a base line at 60. */
class ShapesTest {

  private static final double BASELINE = 60;
  private static final double CAPITAL = 20;

  private final byte[] light = white();
  private final Picture picture = new Picture(300, 100, light, 200);

  @Test
  void one_stroke_is_a_dash_and_two_are_an_equals_sign() {
    ink(20, 50, 26, 51);
    assertThat(read("=", 20, 27)).isEqualTo("-");
    ink(60, 46, 72, 47);
    ink(60, 52, 72, 53);
    assertThat(read("=", 60, 73)).isEqualTo("=");
  }

  @Test
  void a_stem_with_serifs_is_a_bracket_and_no_slash() {
    opening(20);
    assertThat(read("/", 20, 25)).isEqualTo("[");
    closing(60);
    assertThat(read("|", 60, 65)).isEqualTo("]");
    ink(100, 40, 101, 64);
    assertThat(read("/", 100, 102)).isEqualTo("/");
  }

  @Test
  void leaves_the_digits_of_a_number_whose_brackets_were_misread_to_be_read_again() {
    ink(20, 57, 22, 59);
    opening(30);
    ink(40, 41, 48, 59);
    closing(52);
    opening(62);
    ink(72, 41, 80, 59);
    ink(84, 41, 92, 59);
    closing(96);
    List<Mark> marks =
        marks(
            letter(".", 20, 23),
            letter("/", 30, 35),
            letter("5", 40, 49),
            letter("I", 52, 67),
            letter("3", 72, 93),
            letter("1", 96, 101));
    assertThat(text(marks)).isEqualTo(".[?][??]".replace("?", Shapes.UNREAD));
  }

  @Test
  void letters_that_hang_together_stand_beside_one_another() {
    ink(20, 40, 60, 59);
    List<Mark> marks = marks(letter("f", 20, 42), letter("f", 30, 50), letter("i", 49, 61));
    for (int i = 1; i < marks.size(); i++) {
      assertThat(marks.get(i).left()).isGreaterThanOrEqualTo(marks.get(i - 1).right());
      assertThat(marks.get(i).right()).isGreaterThan(marks.get(i).left());
    }
  }

  @Test
  void an_underscore_as_wide_as_a_hair_is_no_character() throws RecognitionFailed {
    String page =
        """
        <div><span class='ocr_line' title='bbox 10 10 60 30; baseline 0 0'>\
        <span class='ocrx_word' title='bbox 10 10 60 30'>\
        <span class='ocrx_cinfo' title='x_bboxes 10 10 11 30; x_conf 88'>_</span>\
        <span class='ocrx_cinfo' title='x_bboxes 11 10 20 30; x_conf 94'>I</span>\
        <span class='ocrx_cinfo' title='x_bboxes 30 28 42 30; x_conf 94'>_</span></span></span></div>
        """;
    assertThat(Hocr.rows(page).get(0).tokens().get(0).text()).isEqualTo("I_");
  }

  private String read(String as, int left, int right) {
    return text(marks(letter(as, left, right)));
  }

  private static Hocr.Char letter(String read, int left, int right) {
    return new Hocr.Char(read, left, 38, right, 66);
  }

  private List<Mark> marks(Hocr.Char... chars) {
    int left = chars[0].x1();
    int right = chars[chars.length - 1].x2();
    return Shapes.of(
        new Hocr.Token(List.of(chars), left, 38, right, 66),
        new ArrayList<>(Blob.in(picture, 160, left - 1, 37, right, 66)),
        BASELINE,
        CAPITAL,
        false);
  }

  private static String text(List<Mark> marks) {
    return marks.stream().map(Mark::text).collect(Collectors.joining());
  }

  private void opening(int x) {
    ink(x, 40, x + 1, 64);
    ink(x, 40, x + 4, 41);
    ink(x, 63, x + 4, 64);
  }

  private void closing(int x) {
    ink(x + 3, 40, x + 4, 64);
    ink(x, 40, x + 4, 41);
    ink(x, 63, x + 4, 64);
  }

  private void ink(int x1, int y1, int x2, int y2) {
    for (int y = y1; y <= y2; y++) {
      Arrays.fill(light, y * 300 + x1, y * 300 + x2 + 1, (byte) 0);
    }
  }

  private static byte[] white() {
    byte[] light = new byte[300 * 100];
    Arrays.fill(light, (byte) 255);
    return light;
  }
}
