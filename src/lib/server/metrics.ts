import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus may read: sums over everybody, nothing about anybody. */
export const registry = new Registry();

/** Seconds until an answer began; `route` is the pattern of the route, never the path. */
export const requests = new Histogram({
	name: 'handrail_http_request_duration_seconds',
	help: 'Time until the answer began, by route, method and status.',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
	registers: [registry]
});

export const openStreams = new Gauge({
	name: 'handrail_chat_streams_open',
	help: 'Answers of the language model that are being streamed right now.',
	registers: [registry]
});

export const upstreamFailures = new Counter({
	name: 'handrail_upstream_failures_total',
	help: 'Answers of the language model that did not come or not whole, by kind.',
	labelNames: ['kind'],
	registers: [registry]
});

collectDefaultMetrics({ register: registry });
