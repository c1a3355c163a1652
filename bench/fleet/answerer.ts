/*
 * A worker that does nothing: it answers each block at once with the same result. So
 * what asking costs can be measured by itself.
 */
import { Redis } from "ioredis";
import { engineVersion } from "../../src/replay/queue/engine-version.ts";
import { names } from "../../src/replay/queue/queue-link.ts";
import { queuePackages } from "../../src/replay/queue/queue-packages.ts";
import { showSign } from "../../src/replay/queue/worker-sign.ts";
import { systemClock } from "../../src/time/system-clock.ts";

const [port = "", result = ""] = process.argv.slice(2);
const { bullmq } = await queuePackages();
const connection = {
	host: "127.0.0.1",
	port: Number(port),
	maxRetriesPerRequest: null,
};
const link = new Redis(connection);
showSign(
	link,
	{ id: "answerer", name: "answerer", engine: engineVersion, jobs: 64 },
	systemClock,
);
new bullmq.Worker(
	names.queue(engineVersion),
	async ({ data: { run, block } }) => {
		await link.set(names.result(run, block), result, "EX", 60);
	},
	{ connection, prefix: names.prefix, concurrency: 64 },
);
