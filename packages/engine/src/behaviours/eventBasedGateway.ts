import { armGatewayEvents } from '../walk/watchers.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/** Arms the events behind it and waits; the first to happen decides the way (BPMN 2.0.2, 13.4.4). */
export const eventBasedGateway: Behaviour = { waits: noWait, enter: armGatewayEvents };
