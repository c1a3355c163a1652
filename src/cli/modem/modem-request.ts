/** What every action of `modem` is given. */
export interface ModemRequest {
	readonly url: string | undefined;
	readonly pin: string | null;
	readonly init: readonly string[];
	readonly json: boolean;
	readonly showSecrets: boolean;
}
