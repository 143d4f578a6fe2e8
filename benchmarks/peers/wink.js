// Reads every .txt of a folder with wink-nlp: sentences, negation and the terms as custom entities, one thread, texts in memory.
// usage: MODULES=FOLDER_WITH_node_modules node wink.js FOLDER TERMS      prints reports a second, MB a second and entities found, separated by tabs
'use strict';
const { createRequire } = require('module');
const fs = require('fs');
const path = require('path');
const load = createRequire(path.join(process.env.MODULES, 'modules.js'));
const [folder, terms] = process.argv.slice(2);

// wink-nlp matches tokens, and its tokenizer parts words at hyphens and slashes.
const patterns = fs.readFileSync(terms, 'utf8').split('\n').filter(Boolean).map(term => term.replace(/[-/]/g, ' $& '));
const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'), ['sbd', 'negation', 'cer']);
nlp.learnCustomEntities([{ name: 'TERM', patterns }], { matchValue: false, usePOS: false, useEntity: false });

const reports = fs.readdirSync(folder).filter(name => name.endsWith('.txt')).sort().map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
const bytes = reports.reduce((sum, report) => sum + Buffer.byteLength(report), 0);
const pass = () => {
    const started = process.hrtime.bigint();
    let entities = 0;
    for (const report of reports) entities += nlp.readDoc(report).customEntities().length();
    return { seconds: Number(process.hrtime.bigint() - started) / 1e9, entities };
};
pass();
const passes = [1, 2, 3, 4, 5].map(pass).sort((a, b) => a.seconds - b.seconds);
const { seconds, entities } = passes[2];
console.log([(reports.length / seconds).toFixed(0), (bytes / seconds / 1e6).toFixed(2), entities].join('\t'));
