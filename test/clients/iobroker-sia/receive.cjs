// A receiver with the server class of iobroker.sia: receive.cjs PORT [KEY]. It prints
// each event as a line of JSON.
const { once } = require("node:events");
const { sia } = require("iobroker.sia/build/lib/sia.js");

const [port, key] = process.argv.slice(2);
const logger = { info() {}, debug() {}, error() {} };
const server = new sia({
	host: "127.0.0.1",
	port: Number(port),
	timeout: 40,
	logger,
});
server.setAccounts([
	{
		accountnumber: "1234",
		aes: key !== undefined,
		password: key ?? "",
		hex: key !== undefined,
	},
]);
server.on("sia", (event, error) => {
	// Without an event the frame was at fault.
	const { id, act, data_message, data_extended } = event ?? {};
	console.log(
		JSON.stringify(
			event ? { id, act, data_message, data_extended } : { error },
		),
	);
});
server.serverStartTCP();
server.serverStartUDP();
Promise.all(
	[server.servertcp, server.serverudp].map((each) => once(each, "listening")),
).then(() => console.log(JSON.stringify({ listening: true })));
