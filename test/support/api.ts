/** The API without a socket, on a machine whose time a test lets pass. */
import { api } from "../../src/http/app.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { NOON } from "./texting.ts";

export interface Asked {
	readonly status: number;
	// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
	readonly body: any;
}

export interface ApiAtHand {
	/** Lets so many milliseconds of the machine's time pass. */
	pass(milliseconds: number): Promise<void>;
	get(path: string): Promise<Asked>;
	post(path: string, body: unknown): Promise<Asked>;
	put(path: string, body: unknown): Promise<Asked>;
	delete(path: string): Promise<Asked>;
	close(): void;
}

export function anApi(): ApiAtHand {
	const machine = fakeMachine(NOON);
	const clock = steadyClock(machine);
	const { app, close } = api({ clock, hosts: ["localhost"], house: null });
	const ask = async (method: string, path: string, body?: unknown) => {
		const json = { "Content-Type": "application/json" };
		const answer = await app.request(`http://localhost${path}`, {
			method,
			headers: { Host: "localhost", ...(body === undefined ? {} : json) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		return {
			status: answer.status,
			body: text === "" ? null : JSON.parse(text),
		};
	};
	return {
		async pass(milliseconds) {
			await machine.pass(milliseconds);
			await new Promise((resolve) => setImmediate(resolve));
		},
		get: (path) => ask("GET", path),
		post: (path, body) => ask("POST", path, body),
		put: (path, body) => ask("PUT", path, body),
		delete: (path) => ask("DELETE", path),
		close,
	};
}
