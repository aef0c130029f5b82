package dev.touchstone.batch;

import java.nio.file.Path;

/** Makes the pipeline when the first document of a run needs one. */
@FunctionalInterface
interface PipelineFactory {

  /**
   * @param home the folder that has {@code config/}
   */
  NotePipeline make(Path home, Settings settings) throws WrongUsage;
}
