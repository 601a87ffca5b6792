package io.github.feedback4j.benchmarks.delivery;

import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import java.util.concurrent.TimeUnit;

/** OpenTelemetry's log records over OTLP, with its batch processor and its retries. */
final class OtelSender implements Sender {

  private final Records<String> records;
  private final SdkLoggerProvider provider;
  private final Logger logger;

  OtelSender(String url, Records<String> records) {
    this.records = records;
    OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
        .setEndpoint(url + "/v1/logs")
        .setCompression("gzip")
        .build();
    provider = SdkLoggerProvider.builder()
        .addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter)
            .setMaxQueueSize(records.count() + 1)
            .setMaxExportBatchSize(500)
            .build())
        .build();
    logger = provider.get("feedback");
  }

  @Override
  public void makeAnew(int number) {
    records.makeAnew(number);
  }

  @Override
  public boolean send(int number) {
    logger.logRecordBuilder().setBody(records.get(number)).emit();
    return true;
  }

  @Override
  public void flush() {
    provider.forceFlush();
  }

  @Override
  public void close() {
    provider.shutdown().join(5, TimeUnit.SECONDS);
  }
}
