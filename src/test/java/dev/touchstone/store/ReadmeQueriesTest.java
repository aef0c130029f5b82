package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.store.StoreQuery.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the README are understood by the store and answer what they promise. */
final class ReadmeQueriesTest {

  @TempDir private static Path folder;
  private static HikariDataSource store;

  @BeforeAll
  static void a_store_with_two_notes() {
    store = StoreDatabase.open(StoreAddress.embeddedIn(folder), 2);
    StoredNotes.enter(store, "one.txt", "two.txt");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static List<String> queries() throws IOException {
    Matcher blocks =
        Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    List<String> queries = new ArrayList<>();
    while (blocks.find()) {
      queries.add(blocks.group(1));
    }
    return queries;
  }

  private static Answer answer(int number) throws Exception {
    return StoreQuery.ask(store, queries().get(number - 1), 100);
  }

  @Test
  void there_are_five() throws Exception {
    assertThat(queries()).hasSize(5);
  }

  @Test
  void the_first_shows_each_finding_with_all_its_places() throws Exception {
    assertThat(answer(1).rows()).hasSize(4);
    assertThat(answer(1).columns()).contains("message", "quote", "locator");
  }

  @Test
  void the_second_shows_the_medians_of_an_outcome() throws Exception {
    assertThat(answer(2).rows())
        .extracting(row -> row.get(3) + " " + row.get(4))
        .containsExactly("5.60 mo", "5.60 mo");
  }

  @Test
  void the_third_shows_the_doses_of_each_drug() throws Exception {
    assertThat(answer(3).rows())
        .containsExactly(List.of("vorexetin", "mg", "starting", "2", "50.0", "50.0"));
  }

  @Test
  void the_fourth_shows_trials_that_several_documents_speak_of() throws Exception {
    assertThat(answer(4).rows()).containsExactly(List.of("NCT01234567", "2", "one.txt"));
  }

  @Test
  void the_fifth_shows_what_the_checks_did() throws Exception {
    assertThat(answer(5).rows()).extracting(row -> row.get(0)).contains("percent-count");
  }
}
