export { usage } from './usage.routes.ts';
export { defaultUsageCollectorOptions, UsageCollector } from './usage-collector.ts';
