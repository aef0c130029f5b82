package dev.touchstone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The way of a note through the packages: document, mention, evidence, finding. Each package may
 * use the packages named beside it and no other of ours; each library is used in the packages named
 * beside it and nowhere else.
 */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ArchitectureTest.OnlyTheProgram.class)
final class ArchitectureTest {

  static final String ROOT = "dev.touchstone";

  /** Leaves the tests out, wherever the build puts their classes. */
  static final class OnlyTheProgram implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  private static final Map<String, Set<String>> MAY_USE = mayUse();

  private static Map<String, Set<String>> mayUse() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    arrows.put("document", Set.of());
    arrows.put("quantity", Set.of());
    arrows.put("vocabulary", Set.of());
    arrows.put("vocabulary.imported", Set.of("vocabulary"));
    arrows.put("layout", Set.of("document", "quantity"));
    arrows.put("recognition", Set.of("document", "layout"));
    arrows.put("ingest", Set.of("document", "layout", "recognition"));
    arrows.put("mention", Set.of("document", "quantity", "vocabulary"));
    arrows.put("evidence", Set.of("document", "quantity", "vocabulary", "mention"));
    arrows.put("consistency", Set.of("document", "quantity", "vocabulary", "mention", "evidence"));
    arrows.put(
        "consistency.check",
        Set.of("document", "quantity", "vocabulary", "mention", "evidence", "consistency"));
    arrows.put(
        "store",
        Set.of("document", "quantity", "vocabulary", "mention", "evidence", "consistency"));
    arrows.put(
        "report",
        Set.of(
            "document",
            "quantity",
            "vocabulary",
            "mention",
            "evidence",
            "consistency",
            "consistency.check",
            "store"));
    arrows.put(
        "batch",
        Set.of(
            "document",
            "quantity",
            "vocabulary",
            "layout",
            "recognition",
            "ingest",
            "mention",
            "evidence",
            "consistency",
            "consistency.check",
            "store",
            "report"));
    Set<String> allOfThem = new TreeSet<>(arrows.keySet());
    arrows.put("cli", allOfThem);
    return arrows;
  }

  @ArchTest
  static void every_package_has_its_place_in_the_order(JavaClasses classes) {
    assertThat(packagesOf(classes)).isSubsetOf(MAY_USE.keySet());
  }

  @ArchTest
  static void a_package_uses_only_the_packages_it_may_use(JavaClasses classes) {
    MAY_USE.forEach(
        (name, allowed) -> {
          String[] open =
              Stream.concat(Stream.of(name), allowed.stream())
                  .map(ArchitectureTest::qualified)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(qualified(name))
              .should()
              .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(open))))
              .as("package " + name + " uses only " + new TreeSet<>(allowed))
              .allowEmptyShould(true)
              .check(classes);
        });
  }

  @ArchTest
  static void packages_have_no_cycles(JavaClasses classes) {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  @ArchTest
  static void a_library_stays_where_it_belongs(JavaClasses classes) {
    only(classes, "PDFBox", Set.of("ingest"), "org.apache.pdfbox..", "org.apache.fontbox..");
    only(classes, "POI and Tika", Set.of("ingest"), "org.apache.poi..", "org.apache.tika..");
    only(classes, "jsoup", Set.of("ingest"), "org.jsoup..");
    only(classes, "commonmark", Set.of("ingest"), "org.commonmark..");
    only(classes, "CoreNLP", Set.of("mention"), "edu.stanford..");
    only(classes, "UCUM", Set.of("quantity"), "org.fhir..");
    only(
        classes,
        "JDBC",
        // The job repository needs a DataSource and a transaction manager, and only that.
        Set.of("store", "batch"),
        "java.sql..",
        "javax.sql..",
        "org.springframework.jdbc..",
        "org.flywaydb..",
        "org.h2..",
        "org.postgresql..");
    only(classes, "Spring Batch", Set.of("batch"), "org.springframework.batch..");
    only(classes, "Spring", Set.of("store", "batch", "cli"), "org.springframework..");
    only(classes, "jte", Set.of("report"), "gg.jte..");
    only(classes, "picocli", Set.of("cli"), "picocli..", "me.tongfei..");
  }

  @ArchTest
  static void every_package_is_null_marked_and_says_what_it_is_for(JavaClasses classes) {
    classes.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(its -> its.getName().startsWith(ROOT))
        .forEach(
            its ->
                assertThat(its.tryGetPackageInfo())
                    .as("package-info of %s", its.getName())
                    .hasValueSatisfying(
                        info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue()));
  }

  @ArchTest
  static void no_drawer_for_odds_and_ends(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackage).map(JavaPackage::getRelativeName))
        .doesNotContain("util", "common", "impl", "service");
    assertThat(classes.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.endsWith("Manager") || name.endsWith("Helper"));
  }

  private static void only(
      JavaClasses classes, String library, Set<String> homes, String... libraryPackages) {
    String[] allowed = homes.stream().map(ArchitectureTest::qualified).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraryPackages)
        .as(library + " is used only in " + new TreeSet<>(homes))
        .allowEmptyShould(true)
        .check(classes);
  }

  private static Set<String> packagesOf(JavaClasses classes) {
    Set<String> names = new TreeSet<>();
    classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "."))
        .forEach(name -> names.add(name.substring(ROOT.length() + 1)));
    return names;
  }

  private static String qualified(String name) {
    return ROOT + "." + name;
  }
}
