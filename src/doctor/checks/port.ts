import { shellWord } from "../../../grammar/message/shell-word.ts";
import type { LockOwner } from "../../store/lock-owner.ts";
import { type DoctorFinding, fault, ok, warning } from "../finding.ts";
import { type Holder, holdersOf, processesNamed } from "../holders.ts";
import type { DoctorWorld } from "../world.ts";

/**
 * A modem's serial port: there, ours to open, and nobody else's.
 * @param path `/dev/ttyUSB0`
 * @param owner who runs the panel; that it has the port is right
 */
export async function* portFindings(
	world: DoctorWorld,
	path: string,
	owner: LockOwner | null,
): AsyncGenerator<DoctorFinding> {
	const { files } = world;
	const device = await files.real(path);
	if (device === null) {
		yield await absent(world, path);
		return;
	}
	yield ok("port/there", `${path} is there`);
	const lasting = await lastingName(world, path, device);
	if (lasting !== null) yield lasting;
	yield await access(world, path, device);
	yield await held(world, device, owner);
	for (const rival of [await modemManager(world, device), await brltty(world)])
		if (rival !== null) yield rival;
}

/** USB ids of sticks that are a disk until usb_modeswitch turns them. (usb_modeswitch-data) */
const diskModes: ReadonlySet<string> = new Set([
	"12d1:1446",
	"12d1:14fe",
	"12d1:1505",
	"12d1:1520",
	"12d1:1f01",
	"19d2:0083",
	"19d2:1225",
	"19d2:2000",
	"1bbb:f000",
	"1c9e:f000",
]);

async function absent(
	{ files }: DoctorWorld,
	path: string,
): Promise<DoctorFinding> {
	const id = "port/there";
	const sticks = await usbIds(files);
	const stick = sticks.find((usb) => diskModes.has(usb));
	if (stick !== undefined)
		return fault(
			id,
			`there is no ${path}, and the stick ${stick} shows itself as a disk`,
			"sudo apt install usb-modeswitch, then plug the stick in again",
		);
	const there = (await files.names("/dev"))
		.filter((name) => /^tty(USB|ACM)\d+$/.test(name))
		.map((name) => `/dev/${name}`);
	return there.length === 0
		? fault(
				id,
				`there is no ${path}, and no other port of a modem`,
				"plug the modem in; dmesg says whether the machine sees it; a container needs --device",
			)
		: fault(
				id,
				`there is no ${path}; there is ${there.join(", ")}`,
				`alarmpanel modem ports says what they are; then --modem serial://${there[0]}`,
			);
}

async function usbIds(files: DoctorWorld["files"]): Promise<readonly string[]> {
	const folder = "/sys/bus/usb/devices";
	const ids = (await files.names(folder)).map(async (name) => {
		const vendor = await files.text(`${folder}/${name}/idVendor`);
		const product = await files.text(`${folder}/${name}/idProduct`);
		return `${vendor?.trim()}:${product?.trim()}`;
	});
	return await Promise.all(ids);
}

/** Whether the name stays with the modem; null where it does, or where there is no other. */
async function lastingName(
	{ files }: DoctorWorld,
	path: string,
	device: string,
): Promise<DoctorFinding | null> {
	const id = "port/name";
	if (path !== device || !/^\/dev\/tty(USB|ACM)\d+$/.test(path))
		return ok(id, `${path} stays with the modem`);
	const folder = "/dev/serial/by-id";
	for (const name of await files.names(folder)) {
		const byId = `${folder}/${name}`;
		if ((await files.real(byId)) !== device) continue;
		return warning(
			id,
			`${path} may be another device after the next start`,
			`--modem ${shellWord(`serial://${byId}`)}`,
		);
	}
	return null;
}

async function access(
	{ files, user }: DoctorWorld,
	path: string,
	device: string,
): Promise<DoctorFinding> {
	const id = "port/access";
	if (await files.mayOpen(device)) return ok(id, `${user.name} may open it`);
	const number = (await files.facts(device))?.group ?? null;
	const entries = ((await files.text("/etc/group")) ?? "")
		.split("\n")
		.map((line) => line.split(":"));
	const [group = "dialout", , , members = ""] =
		entries.find(([, , each]) => each === String(number)) ?? [];
	const message = `${user.name} may not open ${path}, which belongs to the group ${group}`;
	const isMember = members.split(",").includes(user.name);
	if (number !== null && isMember && !user.groups.includes(number))
		return fault(
			id,
			`${message}; ${user.name} is in it since the login`,
			"log in again; restart the service",
		);
	return fault(
		id,
		message,
		`sudo usermod -aG ${group} ${user.name}, then log in again or restart the service; a container needs --device`,
	);
}

async function held(
	{ files, user }: DoctorWorld,
	device: string,
	owner: LockOwner | null,
): Promise<DoctorFinding> {
	const id = "port/held";
	const others = (await holdersOf(files, device)).filter(
		({ pid }) => pid !== user.pid,
	);
	const [other] = others.filter(({ pid }) => pid !== owner?.pid);
	if (other !== undefined)
		return fault(
			id,
			`${other.name}, process ${other.pid}, has ${device} open, so answers of the modem go astray`,
			adviceAgainst(other, device),
		);
	if (others.length > 0)
		return ok(id, `the panel has it open, process ${owner?.pid}`);
	return ok(id, "no process that can be seen from here has it open");
}

function adviceAgainst({ name, pid }: Holder, device: string): string {
	const port = device.replace(/^\/dev\//, "");
	switch (name) {
		case "ModemManager":
			return "keep it away from this modem with ID_MM_DEVICE_IGNORE in a udev rule (docs/service.md), or: sudo systemctl disable --now ModemManager";
		case "brltty":
			return "sudo apt remove brltty; where it is needed: sudo systemctl mask brltty-udev.service";
		case "agetty":
		case "getty":
			return `sudo systemctl disable --now serial-getty@${port}.service`;
		default:
			return `end it: kill ${pid}`;
	}
}

/** ModemManager asks every modem things, unless udev keeps it from this one. */
async function modemManager(
	{ files }: DoctorWorld,
	device: string,
): Promise<DoctorFinding | null> {
	const id = "port/modem-manager";
	const [manager] = await processesNamed(files, "ModemManager");
	if (manager === undefined) return null;
	const number = (await files.facts(device))?.device ?? "";
	const known = await files.text(`/run/udev/data/c${number}`);
	if (/^E:ID_MM_(DEVICE|PORT)_IGNORE=1$/m.test(known ?? ""))
		return ok(id, "ModemManager runs, and leaves this modem alone");
	return warning(
		id,
		`ModemManager runs, process ${manager.pid}, and may open this modem at any time`,
		"keep it away with ID_MM_DEVICE_IGNORE in a udev rule (docs/service.md), or: sudo systemctl disable --now ModemManager",
	);
}

/** brltty takes common USB serial chips for Braille displays. */
async function brltty({ files }: DoctorWorld): Promise<DoctorFinding | null> {
	const [reader] = await processesNamed(files, "brltty");
	return reader === undefined
		? null
		: warning(
				"port/brltty",
				`brltty runs, process ${reader.pid}, and takes USB serial adapters for Braille displays`,
				"sudo apt remove brltty; where it is needed: sudo systemctl mask brltty-udev.service",
			);
}
