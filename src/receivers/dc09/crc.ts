/**
 * CRC-16/ARC of a text of octets: reflected polynomial A001, start 0, no final
 * XOR. (ANSI/SIA DC-09, 5.5.1.3)
 *
 * @param octets one character an octet
 */
export function crc16(octets: string): number {
	let crc = 0;
	for (let at = 0; at < octets.length; at += 1) {
		crc ^= octets.charCodeAt(at) & 0xff;
		for (let bit = 0; bit < 8; bit += 1)
			crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
	}
	return crc;
}

/** Four hexadecimal digits, in capitals. */
export function hex4(value: number): string {
	return value.toString(16).toUpperCase().padStart(4, "0");
}
