import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Tracing } from './Tracing.ts';

interface Options {
  /** where traces are sent by OTLP over HTTP, without `/v1/traces` */
  readonly endpoint: string;
  readonly version: string;
  /** tells this server from others */
  readonly instance: string;
  /** instead of sending them, for tests */
  readonly processor?: SpanProcessor;
}

/** Loads what traces need, which a server without them never does, and begins to send them. */
export async function startTracing({ endpoint, version, instance, processor }: Options): Promise<Tracing> {
  const [{ BatchSpanProcessor, TracerProvider }, { resourceFromAttributes }, { OTLPTraceExporter }, contexts] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
    ]);
  context.setGlobalContextManager(new contexts.AsyncLocalStorageContextManager().enable());
  const batched = () => {
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
    return new BatchSpanProcessor({ exporter });
  };
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'dealwright',
      'service.version': version,
      'service.instance.id': instance,
    }),
    spanProcessors: [processor ?? batched()],
  });
  const tracer = provider.getTracer('dealwright', version);
  return {
    span(name, work) {
      const span = tracer.startSpan(name);
      return context.with(trace.setSpan(context.active(), span), async () => {
        try {
          return await work();
        } catch (error) {
          // the name alone: a message may quote what people wrote
          span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    async stop() {
      // a collector that is away must not keep the server
      await provider.shutdown().catch(() => {});
      context.disable();
    },
  };
}
