package dev.touchstone.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the name and the version the jar was built as. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {"touchstone " + (built == null ? "(unpackaged)" : built)};
  }
}
