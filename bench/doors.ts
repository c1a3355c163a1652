import process from "node:process";
import { benchDc09 } from "./doors-dc09.ts";
import { benchMqtt } from "./doors-mqtt.ts";

/*
 * What the panel's other doors cost: from an event at the panel to the message at
 * whoever listens there.
 */

const kept = [await benchMqtt(), await benchDc09()];
// Clocks of connections that ended may still run.
process.exit(kept.every(Boolean) ? 0 : 1);
