/** What can be wrong with a modem for a while. */
export type TroubleKind =
	/** No message store has room. */
	| "storage-full"
	/** The modem searches for its network. */
	| "no-registration"
	/** The modem answers nothing and says nothing. */
	| "deaf"
	/** The line to the modem is closed, as when a plug is pulled. */
	| "port-gone";

export interface PhoneLineFault {
	readonly kind: TroubleKind;
	/** How long it lasts, in milliseconds. */
	readonly duration: number;
}
