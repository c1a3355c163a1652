/** The link that has a phone write an SMS (RFC 5724). It sends nothing by itself. */
export function smsLink(number: string, body: string): string {
	return `sms:${number}?body=${encodeURIComponent(body)}`;
}
