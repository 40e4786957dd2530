// Sends discord.js in this process to the local Discord at SCURRYPY_SANDBOX_URL.
// Node requires this file as it starts, because `scurrypy sandbox run` names it in NODE_OPTIONS.
'use strict';

const Module = require('node:module');
const url = (process.env.SCURRYPY_SANDBOX_URL ?? '').replace(/\/+$/, '');

const addresses = { api: `${url}/api`, cdn: `${url}/cdn`, mediaProxy: `${url}/cdn` };

if (url) {
	const load = Module._load;
	// Everything CommonJS passes here, which includes discord.js however it is imported: it ships no ES modules.
	Module._load = function loadWithAddresses(request, ...rest) {
		const exported = load.call(this, request, ...rest);
		if (request === '@discordjs/rest') Object.assign(exported.DefaultRestOptions, addresses);
		return exported;
	};

	// `import { REST } from '@discordjs/rest'` loads a second copy, an ES module, which only a source hook can reach.
	const esm = `
		export async function load(url, context, nextLoad) {
			const result = await nextLoad(url, context);
			if (result.format !== 'module' || !/@discordjs[\\\\/+].*rest.*\\.mjs$/.test(url)) return result;
			const tail = '\\nif (typeof DefaultRestOptions === "object") '
				+ 'Object.assign(DefaultRestOptions, ${JSON.stringify(addresses)});\\n';
			return { ...result, source: Buffer.from(result.source).toString('utf8') + tail };
		}`;
	if (Module.register) Module.register(`data:text/javascript,${encodeURIComponent(esm)}`);
}
