package dev.touchstone.batch;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.ResultTables;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.StatedValueTable;
import dev.touchstone.store.StoreDatabase;
import dev.touchstone.store.StoredDocument;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The night as steps: discover what is new, extract and check it note by note, compare, report. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class NightlyJob {

  static final String NAME = "nightlyReview";

  @Bean
  Job nightlyReview(JobRepository jobs, Step discover, Step extract, Step compare, Step report) {
    return new JobBuilder(NAME, jobs)
        .start(discover)
        .next(extract)
        .next(compare)
        .next(report)
        .build();
  }

  @Bean
  Step discover(JobRepository jobs, JdbcTransactionManager transactions, Discovery discovery) {
    return new StepBuilder("discover", jobs).tasklet(discovery, transactions).build();
  }

  @Bean
  Step extract(
      JobRepository jobs,
      Step extractPortion,
      Portions portions,
      TaskExecutor workers,
      Night night) {
    return new StepBuilder("extract", jobs)
        .partitioner("extractPortion", portions)
        .step(extractPortion)
        .gridSize(night.settings().threadsOrCores())
        .taskExecutor(workers)
        .build();
  }

  @Bean
  Step extractPortion(
      JobRepository jobs,
      JdbcTransactionManager transactions,
      WaitingNotes waitingNotes,
      NoteExaminer examiner,
      ResultKeeper keeper) {
    return new StepBuilder("extractPortion", jobs)
        .<StoredDocument, Examined>chunk(1)
        .transactionManager(transactions)
        .reader(waitingNotes)
        .processor(examiner)
        .writer(keeper)
        .build();
  }

  @Bean
  Step compare(JobRepository jobs, JdbcTransactionManager transactions, Comparison comparison) {
    return new StepBuilder("compare", jobs).tasklet(comparison, transactions).build();
  }

  @Bean
  Step report(JobRepository jobs, JdbcTransactionManager transactions, RunReporting reporting) {
    return new StepBuilder("report", jobs).tasklet(reporting, transactions).build();
  }

  @Bean
  Discovery discovery(
      Night night,
      DocumentTable documents,
      RunTable runs,
      ResultFolders folders,
      Progress progress) {
    return new Discovery(night, documents, runs, folders, progress);
  }

  @Bean
  Portions portions(DocumentTable documents) {
    return new Portions(documents);
  }

  @Bean
  @StepScope
  WaitingNotes waitingNotes(
      DocumentTable documents, @Value("#{stepExecutionContext['portion']}") int portion) {
    return new WaitingNotes(documents, portion);
  }

  @Bean
  NoteExaminer examiner(
      Night night,
      ObjectProvider<NotePipeline> pipelines,
      ResultFolders folders,
      Progress progress) {
    return new NoteExaminer(night, pipelines, folders, progress);
  }

  @Bean
  ResultKeeper keeper(
      Night night,
      ResultFolders folders,
      ResultTables results,
      StatedValueTable values,
      Progress progress) {
    return new ResultKeeper(night, folders, results, values, progress);
  }

  @Bean
  Comparison comparison(Night night, Suppressions suppressions, DataSource store) {
    return new Comparison(night, suppressions, store);
  }

  @Bean
  RunReporting reporting(
      Night night, DataSource store, Reports reports, ResultFolders folders, Progress progress) {
    return new RunReporting(night, store, reports, folders, progress);
  }

  @Bean
  Reports reports(
      DataSource store, ResultFolders folders, Settings settings, Suppressions suppressions) {
    return new Reports(store, folders, settings, suppressions);
  }

  @Bean
  NotePipeline pipeline(RunRequest request, Settings settings, PipelineFactory factory)
      throws WrongUsage {
    return factory.make(request.home(), settings);
  }

  @Bean
  ResultFolders folders(RunRequest request) {
    return new ResultFolders(request.output());
  }

  @Bean
  Night night(RunRequest request, Settings settings, RunTable runs) {
    String fingerprint = Fingerprint.of(request.home(), settings);
    long run = runs.begin(request.input().toString(), Program.version(), fingerprint);
    return new Night(run, request, settings, fingerprint);
  }

  @Bean
  ThreadPoolTaskExecutor workers(Settings settings) {
    ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
    workers.setThreadNamePrefix("worker-");
    workers.setCorePoolSize(settings.threadsOrCores());
    return workers;
  }

  @Bean
  DocumentTable documents(DataSource store) {
    return new DocumentTable(store);
  }

  @Bean
  ResultTables results(DataSource store) {
    return new ResultTables(store);
  }

  @Bean
  StatedValueTable statedValues(DataSource store) {
    return new StatedValueTable(store);
  }

  @Bean
  RunTable runs(DataSource store) {
    return new RunTable(store);
  }

  @Bean
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  HikariDataSource dataSource(RunRequest request, Settings settings) {
    // A worker holds one for its document and asks the job repository for another.
    int connections = 2 * settings.threadsOrCores() + 4;
    return StoreDatabase.open(settings.storeOf(request.output()), connections);
  }
}
