package dev.touchstone.report;

import java.util.List;

/** A key and what it does, for the help window of a page. */
record PageKey(String keys, String does) {

  private static final PageKey HELP = new PageKey("?", "this window");
  private static final PageKey ESCAPE = new PageKey("Esc", "clear the filter, close this window");
  private static final PageKey UP = new PageKey("u", "up to the run");

  static final List<PageKey> RUN =
      List.of(
          new PageKey("j / k", "next / previous finding"),
          new PageKey("t", "open the finding at hand in its document"),
          new PageKey("/", "filter"),
          ESCAPE,
          HELP);

  static final List<PageKey> REPORT =
      List.of(
          new PageKey("j / k", "next / previous finding"),
          new PageKey("t", "from a finding to its first place in the text"),
          new PageKey("/", "filter the evidence records"),
          UP,
          ESCAPE,
          HELP);

  static final List<PageKey> CHECK = List.of(UP, new PageKey("Esc", "close this window"), HELP);
}
