// Texts somebody and prints the first message that comes, as JSON:
// node text.cjs DEVICE NUMBER TEXT
const { Modem } = require("serialport-gsm");

const [, , device, number, text] = process.argv;
const modem = Modem();

function must(step) {
	return (result, error) => {
		const failed = error ?? (result?.status === "success" ? null : result);
		if (failed === null) return;
		console.error(step, failed);
		process.exit(1);
	};
}

modem.on("onNewMessage", (messages) => {
	const [message] = [messages].flat();
	console.log(
		JSON.stringify({ sender: message.sender, text: message.message }),
	);
	modem.close(() => process.exit(0));
});

modem.on("open", () => {
	modem.initializeModem((result, error) => {
		must("initializeModem")(result, error);
		modem.setModemMode((mode, fault) => {
			must("setModemMode")(mode, fault);
			modem.sendSMS(number, text, false, must("sendSMS"));
		}, "PDU");
	});
});

modem.open(device, {
	baudRate: 115200,
	dataBits: 8,
	stopBits: 1,
	parity: "none",
	autoDeleteOnReceive: true,
	enableConcatenation: true,
	incomingSMSIndication: true,
	pin: "",
	cnmiCommand: "AT+CNMI=2,1,0,2,1",
});
