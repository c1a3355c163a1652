import type { SerialPlace } from "./serial.ts";
import type { TcpPlace } from "./tcp.ts";

/** Where a line is, as written on a command line. */
export type TransportPlace =
	| ({ readonly kind: "serial" } & SerialPlace)
	| ({ readonly kind: "tcp" } & TcpPlace)
	| { readonly kind: "pty"; readonly path: string };

export type ReadTransportUrl =
	| { readonly ok: true; readonly place: TransportPlace }
	/** One line for people, with what would be right. */
	| { readonly ok: false; readonly reason: string };

/**
 * Reads `serial:///dev/ttyUSB0?baud=115200` (on Windows `serial:COM3`),
 * `tcp://127.0.0.1:7070` (port 0 picks one) or `pty:phone.tty` (a path, kept
 * relative).
 */
export function readTransportUrl(text: string): ReadTransportUrl {
	const [, scheme = "", rest = ""] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
	switch (scheme) {
		case "serial":
			return readSerial(rest);
		case "tcp":
			return readTcp(rest);
		case "pty":
			return rest === ""
				? wrong("pty: needs a path: pty:phone.tty")
				: { ok: true, place: { kind: "pty", path: rest } };
		default:
			return wrong(
				`${JSON.stringify(text)} is none of serial:///dev/ttyUSB0, tcp://127.0.0.1:7070, pty:phone.tty`,
			);
	}
}

/** The inverse of {@link readTransportUrl}. */
export function writeTransportUrl(place: TransportPlace): string {
	switch (place.kind) {
		case "serial": {
			const baud =
				place.baudRate === undefined ? "" : `?baud=${place.baudRate}`;
			return `serial:${place.path.startsWith("/") ? "//" : ""}${place.path}${baud}`;
		}
		case "tcp":
			return `tcp://${place.host.includes(":") ? `[${place.host}]` : place.host}:${place.port}`;
		case "pty":
			return `pty:${place.path}`;
	}
}

function readSerial(rest: string): ReadTransportUrl {
	const [, path = "", query] =
		/^(?:\/\/)?([^?]*)(?:\?(.*))?$/s.exec(rest) ?? [];
	if (path === "") return wrong("serial: needs a port: serial:///dev/ttyUSB0");
	if (query === undefined) return { ok: true, place: { kind: "serial", path } };
	const [, baud] = /^baud=([1-9]\d{1,6})$/.exec(query) ?? [];
	if (baud === undefined)
		return wrong(`?${query} is no baud rate: ?baud=115200`);
	return {
		ok: true,
		place: { kind: "serial", path, baudRate: Number(baud) },
	};
}

function readTcp(rest: string): ReadTransportUrl {
	const [, bracketed, plain = "", digits = ""] =
		/^\/\/(?:\[([^\]]+)\]|([^:/?#]+)):(\d{1,5})$/.exec(rest) ?? [];
	const host = bracketed ?? plain;
	const port = Number(digits);
	if (host === "" || port > 65_535)
		return wrong(`tcp:${rest} is no host and port: tcp://127.0.0.1:7070`);
	return { ok: true, place: { kind: "tcp", host, port } };
}

function wrong(reason: string): ReadTransportUrl {
	return { ok: false, reason };
}
