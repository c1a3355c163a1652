/** Name of the machine's time zone in the IANA list; UTC where it has none. */
export function machineTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
