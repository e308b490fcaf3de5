"""Takes every letter, whatever its address, and lays it into that address's mailbox."""

import asyncio
import mailbox
import os
import pwd
import re
import signal

from aiosmtpd.controller import Controller

CATCHER = pwd.getpwnam("catcher")


class Catcher:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if not re.fullmatch(r"[\w.+-]+@[\w.-]+", address):
            return "553 not an address"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            box = mailbox.Maildir(f"{CATCHER.pw_dir}/{address.lower()}", create=True)
            box.add(envelope.content)
            print(f"letter from {envelope.mail_from} for {address}", flush=True)
        return "250 OK"


os.setgid(CATCHER.pw_gid)
os.setuid(CATCHER.pw_uid)
controller = Controller(Catcher(), hostname="0.0.0.0", port=3025)


async def run():
    controller.start()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    controller.stop()


asyncio.run(run())
