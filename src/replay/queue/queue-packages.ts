import { codeOf } from "../../store/system-error.ts";

/** Thrown where a package that only some need is not installed. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/** What a queue needs. They are optional peers: whoever uses no queue installs neither. */
export interface QueuePackages {
	readonly bullmq: typeof import("bullmq");
	readonly Redis: typeof import("ioredis").Redis;
}

/** @throws MissingPackageError */
export async function queuePackages(): Promise<QueuePackages> {
	try {
		const [bullmq, ioredis] = await Promise.all([
			import("bullmq"),
			import("ioredis"),
		]);
		return { bullmq, Redis: ioredis.Redis };
	} catch (error) {
		if (!/MODULE_NOT_FOUND/.test(codeOf(error) ?? "")) throw error;
		throw new MissingPackageError(
			"--queue needs two packages more: npm install bullmq ioredis",
		);
	}
}
