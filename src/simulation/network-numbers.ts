import { readAddress, writeAddress } from "../sms/address.ts";

/**
 * The numbers of a conversation's phones on the network. A conversation may name
 * a sender that no network carries: a withheld number, or the panel's own. Such a
 * phone gets a number that nobody else has; the panel still sees the sender that
 * the conversation names.
 */
export class NetworkNumbers {
	private readonly aliases = new Map<string, string>();
	private readonly names = new Map<string, string>();
	private readonly taken: string;

	/** @param taken the panel's own number */
	constructor(taken: string) {
		this.taken = taken;
	}

	/** On the network. */
	numberOf(name: string): string {
		if (name !== this.taken && isCarried(name)) return name;
		const known = this.aliases.get(name);
		if (known !== undefined) return known;
		const number = `+99999${String(this.aliases.size).padStart(5, "0")}`;
		this.aliases.set(name, number);
		this.names.set(number, name);
		return number;
	}

	/** In the conversation. */
	nameOf(number: string): string {
		return this.names.get(number) ?? number;
	}
}

/** Whether the network delivers a number unchanged. */
function isCarried(name: string): boolean {
	return (
		/^\+?[0-9*#]{1,20}$/.test(name) && writeAddress(readAddress(name)) === name
	);
}
