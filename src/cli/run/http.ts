import type { Argv } from "yargs";
import type { Panel } from "../../device/panel.ts";
import type { MqttAccount } from "../../mqtt/mqtt-door.ts";
import { panelDisk } from "../../store/panel-disk.ts";
import type { Clock } from "../../time/clock.ts";
import { thisMachine } from "../../time/machine.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import { builtPage } from "../line/built-page.ts";
import { UsageError } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { placeIn } from "../line/listening-place.ts";
import { complain } from "../line/print.ts";
import { tokenBeside, tokenFile } from "./api-token.ts";

/** Options of the API that a running panel brings. */
export function apiOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("http", {
			type: "string",
			requiresArg: true,
			describe:
				"an HTTP API to this panel and to throw-away ones: 127.0.0.1:8086; port 0 picks one; elsewhere it needs --expose",
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
				"tell of duress and silent alarms over HTTP, in the lines of the panel and in a recording; whoever forces somebody may read there too",
		});
}

/** What the API needs of a running panel. */
export interface ApiHouse {
	readonly panel: Panel;
	/** Its file; null for a throw-away panel. */
	readonly file: string | null;
	/** The panel's. */
	readonly clock: Clock;
	readonly speed: number;
	readonly showSecrets: boolean;
	/** Why the panel does not live; nothing where it does. */
	readonly ailments: () => readonly string[];
	/** Whether the panel may alarm somebody now. */
	readonly isLive: () => boolean;
	/** How it goes with its broker; null where it has none. */
	readonly mqtt: () => MqttAccount | null;
	/** Of the SIM's credit, as EUR; "" where nobody said it. */
	readonly currency: string;
}

export interface ApiWishes {
	readonly http?: string | undefined;
	/** Whether other machines may reach it. */
	readonly expose: boolean;
	readonly allowControl: boolean;
	readonly showDuress: boolean;
}

/**
 * Where the API is to listen; null for nowhere.
 * @throws UsageError for what is no address, or one that is not exposed
 */
export function apiPlace({
	http,
	expose,
}: Pick<ApiWishes, "http" | "expose">): ReturnType<typeof placeIn> | null {
	if (http === undefined) return null;
	const remedy = "; --expose allows that, with a token";
	return placeIn("--http", http, expose, remedy);
}

/**
 * Has the API listen where `--http` says while work is done, and prints its
 * address.
 *
 * @throws UsageError for what is no address, or one that is not exposed
 */
export async function withApi<T>(
	{ http: where, expose, allowControl, showDuress }: ApiWishes,
	{ panel, file, ...house }: ApiHouse,
	work: () => Promise<T>,
): Promise<T> {
	const place = apiPlace({ http: where, expose });
	if (place === null) return await work();
	const { host, port, isOpen } = place;
	// Few ask for it, and it brings a server.
	const [{ listen }, { houseOf }] = await Promise.all([
		import("../../http/server.ts"),
		import("../../http/house/house.ts"),
	]);
	if (isOpen && file === null)
		throw new UsageError(
			"--http: a throw-away panel is for this machine only: the token that other machines need stands beside a panel's file",
		);
	const machine = steadyClock(thisMachine);
	const token = isOpen && file !== null ? await tokenBeside(file) : null;
	const server = await listen({
		host,
		port,
		token,
		clock: machine,
		house: houseOf(panel, {
			...house,
			machine,
			allowControl,
			showDuress,
			disk: file === null ? null : panelDisk(file),
		}),
		page: builtPage("console.html"),
		onTrouble,
	});
	try {
		complain(
			`HTTP API at ${server.address}/v1: this panel is panels/house, ${allowControl ? "and may be texted there" : "for reading"}; ${server.address}/openapi.json describes it`,
		);
		if (token !== null && file !== null)
			complain(
				`every request needs the token in ${tokenFile(file)}, as Authorization: Bearer; the page takes it behind its address, as /#token=…; without TLS others in the network can read along`,
			);
		// What most people look for stands nearest to where they type.
		complain(`The page: ${server.address}/`);
		return await work();
	} finally {
		await server.close();
	}
}
