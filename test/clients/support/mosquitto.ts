/** Debian's mosquitto with TLS, passwords and the ACL of docs/home-assistant.md. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connectAsync, type MqttClient } from "mqtt";
import type { Programs } from "./programs.ts";

export const passwords = {
	panel: "pa-8f2c91",
	homeassistant: "ha-77d0aa",
	devices: "dv-1be3f4",
} as const;

export interface Mosquitto {
	readonly port: number;
	readonly ca: string;
	readonly caFile: string;
	/** What it has logged. */
	log(): string;
	start(): Promise<void>;
	/** Ends it as an administrator does; what is retained stays. */
	stop(): Promise<void>;
	client(user: keyof typeof passwords): Promise<MqttClient>;
}

/** @param ids of the panels, which the broker lets speak for themselves alone */
export async function mosquitto(
	programs: Programs,
	folder: string,
	ids: readonly string[],
): Promise<Mosquitto> {
	const at = (name: string) => join(folder, name);
	certificates(folder);
	for (const [user, password] of Object.entries(passwords))
		run("mosquitto_passwd", [
			...["-b", ...(user === "panel" ? ["-c"] : [])],
			...[at("passwords"), user, password],
		]);
	writeFileSync(at("acl"), ids.map(aclOf).join("\n"));
	const port = await freePort();
	writeFileSync(
		at("mosquitto.conf"),
		[
			`listener ${port} 127.0.0.1`,
			`cafile ${at("ca.crt")}`,
			`certfile ${at("server.crt")}`,
			`keyfile ${at("server.key")}`,
			"allow_anonymous false",
			`password_file ${at("passwords")}`,
			`acl_file ${at("acl")}`,
			"persistence true",
			`persistence_location ${folder}/`,
			`log_dest file ${at("log")}`,
			"log_type all",
			"user root",
			"",
		].join("\n"),
	);
	const ca = readFileSync(at("ca.crt"), "utf8");
	let broker: ReturnType<Programs["start"]> | null = null;
	const client = (user: keyof typeof passwords) =>
		connectAsync(`mqtts://127.0.0.1:${port}`, {
			ca,
			username: user,
			password: passwords[user],
			protocolVersion: 5,
			reconnectPeriod: 200,
		});
	return {
		port,
		ca,
		caFile: at("ca.crt"),
		client,
		log: () => readFileSync(at("log"), "utf8"),
		async start() {
			broker = programs.start("mosquitto", ["-c", at("mosquitto.conf")]);
			for (let tries = 0; tries < 100; tries++) {
				const probe = await connectAsync(`mqtts://127.0.0.1:${port}`, {
					ca,
					username: "devices",
					password: passwords.devices,
					reconnectPeriod: 0,
				}).catch(() => null);
				if (probe !== null) {
					await probe.endAsync();
					return;
				}
				await pause(50);
			}
			throw new Error("mosquitto does not start");
		},
		async stop() {
			const child = broker;
			if (child === null) return;
			const ended = new Promise((resolve) => child.once("exit", resolve));
			child.kill("SIGTERM");
			await ended;
		},
	};
}

/** The lines that docs/home-assistant.md has, for a panel. */
function aclOf(id: string): string {
	const document = readFileSync(
		new URL("../../../docs/home-assistant.md", import.meta.url),
		"utf8",
	);
	const acl = /^```acl\n(.*?)^```/ms.exec(document)?.[1] ?? "";
	return acl.replaceAll("1a2b3c4d", id);
}

function certificates(folder: string): void {
	const at = (name: string) => join(folder, name);
	const key = ["-newkey", "rsa:2048", "-nodes", "-days", "2"];
	run("openssl", [
		...["req", "-x509", ...key, "-subj", "/CN=Test CA"],
		...["-keyout", at("ca.key"), "-out", at("ca.crt")],
	]);
	run("openssl", [
		...["req", ...key.slice(0, 3), "-subj", "/CN=localhost"],
		...["-keyout", at("server.key"), "-out", at("server.csr")],
	]);
	writeFileSync(at("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
	run("openssl", [
		...["x509", "-req", "-in", at("server.csr"), "-days", "2"],
		...["-CA", at("ca.crt"), "-CAkey", at("ca.key"), "-CAcreateserial"],
		...["-extfile", at("names"), "-out", at("server.crt")],
	]);
}

function run(program: string, args: readonly string[]): void {
	const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
	if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
}

async function freePort(): Promise<number> {
	return await new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" ? (address?.port ?? 0) : 0;
			server.close(() => resolve(port));
		});
	});
}
