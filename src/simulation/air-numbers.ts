import { readAddress, writeAddress } from "../sms/address.ts";

/**
 * The numbers under which the phones of a conversation are on the network. A
 * conversation may name what no network carries, a number that is withheld or
 * that is the panel's own: such a phone gets a number that nobody else has, and
 * the panel sees it under the name that it has in the conversation.
 */
export class AirNumbers {
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

/** Whether a number is the same behind the network as in front of it. */
function isCarried(name: string): boolean {
	return (
		/^\+?[0-9*#]{1,20}$/.test(name) && writeAddress(readAddress(name)) === name
	);
}
