import process from "node:process";
import { benchMqtt } from "./doors-mqtt.ts";

/*
 * What the panel's other doors cost: from an event at the panel to the message at
 * whoever listens there.
 */

const kept = [await benchMqtt()];
// Clocks of connections that ended may still run.
process.exit(kept.every(Boolean) ? 0 : 1);
