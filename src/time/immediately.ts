/** Lets everything that is ready in this process, or in this page, go on first. */
export function immediately(): Promise<void> {
	return new Promise((resolve) => void soon(resolve));
}

/** A page has no such call of Node's; a message to itself comes as soon. */
const soon: (work: () => void) => unknown =
	"setImmediate" in globalThis ? setImmediate : byMessage;

function byMessage(work: () => void): void {
	const { port1, port2 } = new MessageChannel();
	// Node's types know the port as an emitter only.
	const port: { onmessage?: unknown; close(): void } = port1;
	port.onmessage = () => {
		port.close();
		work();
	};
	port2.postMessage(null);
}
