import {
	MissingPackageError,
	type QueuePackages,
	queuePackages,
} from "../../replay/queue/queue-packages.ts";
import { UsageError } from "../line/exit-code.ts";

/**
 * Does work with the packages of a queue.
 * @throws UsageError that says what to install
 */
export async function withPackages<T>(
	work: (packages: QueuePackages) => Promise<T>,
): Promise<T> {
	let packages: QueuePackages;
	try {
		packages = await queuePackages();
	} catch (error) {
		if (error instanceof MissingPackageError)
			throw new UsageError(error.message);
		throw error;
	}
	return await work(packages);
}
