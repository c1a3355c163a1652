import type { Argv } from "yargs";
import type { Panel } from "../../device/panel.ts";
import type { Clock } from "../../time/clock.ts";
import { thisMachine } from "../../time/machine.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import { builtPage } from "../line/built-page.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";

/** Options of the API that a running panel brings. */
export function apiOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("http", {
			type: "string",
			requiresArg: true,
			describe:
				"an HTTP API to this panel and to throw-away ones, at an address of this machine: 127.0.0.1:8086; port 0 picks one",
		})
		.option("allow-control", {
			type: "boolean",
			default: false,
			describe:
				"let the HTTP API text this panel, let things happen to it and change its settings; else it only reads",
		})
		.option("show-duress", {
			type: "boolean",
			default: false,
			describe:
				"tell of duress and silent alarms over HTTP; whoever forces somebody may read there too",
		});
}

/** What the API needs of a running panel. */
export interface ApiHouse {
	readonly panel: Panel;
	/** The panel's. */
	readonly clock: Clock;
	readonly speed: number;
	readonly showSecrets: boolean;
}

export interface ApiWishes {
	readonly http?: string | undefined;
	readonly allowControl: boolean;
	readonly showDuress: boolean;
}

/**
 * Has the API listen where `--http` says while work is done, and prints its
 * address.
 *
 * @throws UsageError for what is no address of this machine
 */
export async function withApi<T>(
	{ http: where, allowControl, showDuress }: ApiWishes,
	{ panel, ...house }: ApiHouse,
	work: () => Promise<T>,
): Promise<T> {
	if (where === undefined) return await work();
	const { host, port } = placeIn(where);
	// Few ask for it, and it brings a server.
	const [{ listen }, { houseOf }] = await Promise.all([
		import("../../http/server.ts"),
		import("../../http/house/house.ts"),
	]);
	const server = await listen({
		...{ host, port },
		clock: steadyClock(thisMachine),
		house: houseOf(panel, { ...house, allowControl, showDuress }),
		page: builtPage("console.html"),
	});
	try {
		complain(
			`HTTP API at ${server.address}/v1: this panel is panels/house, ${allowControl ? "and may be texted there" : "for reading"}; ${server.address}/openapi.json describes it`,
		);
		return await work();
	} finally {
		await server.close();
	}
}

function placeIn(where: string): { host: string; port: number } {
	const read = /^(127\.0\.0\.1|localhost):(\d{1,5})$/.exec(where);
	const [, host = "", port = ""] = read ?? [];
	if (read === null || Number(port) > 65_535)
		throw new UsageError(
			`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${where}`,
		);
	return { host, port: Number(port) };
}
