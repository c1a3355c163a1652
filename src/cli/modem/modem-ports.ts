import { shown } from "../../../grammar/message/terminal-text.ts";
import {
	listSerialPorts,
	type SerialPortFacts,
} from "../../ports/serial-ports.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import type { ModemRequest } from "./modem-request.ts";

/** Lists the serial ports of this machine. */
export async function ports({ json }: ModemRequest): Promise<ExitCode> {
	const list = await listSerialPorts();
	const found = list.ok ? list.ports : [];
	if (json) print(found);
	else for (const port of found) print(portLine(port));
	if (!list.ok)
		complain(
			`${list.reason}; ports may be there all the same: --modem serial:///dev/ttyUSB0 opens one by its name`,
		);
	else if (found.length === 0)
		complain("there are no serial ports; is the modem plugged in?");
	return list.ok ? ExitCode.ok : ExitCode.runtime;
}

function portLine(port: SerialPortFacts): string {
	const { path, manufacturer, vendorId, productId, serialNumber } = port;
	const usb = vendorId === null ? null : `${vendorId}:${productId ?? "?"}`;
	return [path, usb, manufacturer, serialNumber]
		.filter((fact) => fact !== null)
		.map(shown)
		.join("  ");
}
