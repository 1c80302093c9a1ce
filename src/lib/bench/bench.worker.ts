import { Desk } from './desk';
import { runDesk } from './desk-run';
import { modelDesk } from './model-desk';
import type { PageMethods } from './openers';
import { Peer, type Port } from './peer';

/**
 * The bench's thread: reads data, asks models, computes figures. It starts itself again for each model, since a runtime keeps
 * its backend for life; there it only scores.
 */
const desk = new Desk();
const methods = { ...desk.methods, ...modelDesk() };
const page: Peer<PageMethods> = new Peer<PageMethods>(globalThis as unknown as Port, methods);
Object.assign(methods, runDesk(desk, page));
