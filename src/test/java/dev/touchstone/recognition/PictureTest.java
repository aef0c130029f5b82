package dev.touchstone.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.layout.Shade;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of 600 by 400 pixels at 200 per inch, drawn pixel by pixel. */
class PictureTest {

  private final Picture picture = white();

  @Test
  void finds_rules_across_and_down() {
    fill(100, 50, 500, 52, 0);
    fill(100, 150, 500, 152, 0);
    fill(100, 50, 102, 152, 0);
    assertThat(DrawnRules.of(picture))
        .containsExactlyInAnyOrder(
            new DrawnRules.Stroke(102, 50, 499, 51),
            new DrawnRules.Stroke(102, 150, 499, 151),
            new DrawnRules.Stroke(100, 52, 101, 149));
  }

  @Test
  void finds_a_faint_rule_on_a_shade() {
    fill(100, 100, 500, 160, 235);
    fill(100, 130, 500, 131, 190);
    assertThat(DrawnRules.of(picture)).containsExactly(new DrawnRules.Stroke(100, 130, 499, 130));
  }

  @Test
  void does_not_take_a_tall_letter_for_a_rule() {
    fill(100, 50, 106, 100, 0);
    assertThat(DrawnRules.of(picture)).isEmpty();
  }

  @Test
  void erases_rules_and_leaves_what_lies_behind() {
    fill(100, 100, 500, 160, 235);
    fill(100, 130, 500, 132, 0);
    DrawnRules.erase(picture, DrawnRules.of(picture));
    assertThat(picture.at(300, 130)).isEqualTo(235);
  }

  @Test
  void finds_a_shaded_field_to_the_pixel_in_spite_of_writing_in_it() {
    fill(101, 103, 499, 161, 230);
    fill(120, 120, 160, 140, 0);
    List<Shade> shades = DrawnShades.of(picture, 1);
    assertThat(shades).hasSize(1);
    assertThat(shades.get(0).box().x()).isEqualTo(101);
    assertThat(shades.get(0).box().y()).isEqualTo(103);
    assertThat(shades.get(0).box().width()).isEqualTo(398);
    assertThat(shades.get(0).box().height()).isEqualTo(58);
  }

  @Test
  void sees_by_how_much_a_page_lies_askew() {
    for (int y = 60; y < 360; y += 30) {
      fill(60, y, 540, y + 8, 0);
    }
    assertThat(Skew.of(picture)).isZero();
    assertThat(Skew.of(picture.turned(1.5))).isCloseTo(-1.5, within(0.1));
    assertThat(Skew.of(picture.turned(-0.8))).isCloseTo(0.8, within(0.1));
  }

  @Test
  void takes_a_dot_and_its_letter_for_one_blob() {
    fill(100, 100, 104, 104, 0);
    fill(100, 110, 104, 130, 0);
    fill(110, 100, 112, 130, 0);
    List<Blob> blobs = Blob.in(picture, 128, 90, 90, 120, 140);
    assertThat(blobs).extracting(Blob::x1).containsExactly(100, 110);
    assertThat(blobs.get(0).height()).isEqualTo(30);
  }

  private static Picture white() {
    byte[] light = new byte[600 * 400];
    Arrays.fill(light, (byte) 255);
    return new Picture(600, 400, light, 200);
  }

  private void fill(int left, int top, int right, int bottom, int shade) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        picture.set(x, y, shade);
      }
    }
  }
}
