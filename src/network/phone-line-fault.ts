/** What can be wrong with a modem at a phone line. */
export type PhoneLineFaultKind =
	/** No message store has room. */
	| "storage-full"
	/** The modem is searching for its network. */
	| "no-registration"
	/** The modem answers nothing and reports nothing. */
	| "deaf"
	/** The line to the modem is closed, as when a plug is pulled. */
	| "port-gone";

export interface PhoneLineFault {
	readonly kind: PhoneLineFaultKind;
	/** How long it lasts, in milliseconds. */
	readonly duration: number;
}
