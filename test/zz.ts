import { createEngine } from '../server/src/engine/index.ts';
import { parse } from '../server/src/engine/json/parse.ts';
import { placesIn } from '../server/src/engine/places.ts';
import { breaksAt } from '../server/src/engine/breaks.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixtures } from './support/fixtures.ts';
const engine = createEngine();
const big = JSON.stringify({type:'Https',name:'x',url:'https://a.example.com',headers:Object.fromEntries(Array.from({length:100000},(_,i)=>[`X-Header-${i}`,`value of header ${i} which is long`]))});
function time(name: string, f: ()=>unknown, n=5){ let best=Infinity; for(let i=0;i<n;i++){const t=performance.now(); f(); best=Math.min(best,performance.now()-t);} console.log(name, best.toFixed(3),'ms'); }
console.log(big.length);
time('parse 5MB', ()=>parse(big));
const v = JSON.parse(big);
time('places 5MB', ()=>placesIn(v));
const pl = placesIn(v);
time('breaks 5MB', ()=>breaksAt(pl));
let ver=0;
time('diagnose 5MB', ()=>engine.diagnose(TextDocument.create('a','streamconn',ver++,big)),3);
for (const f of fixtures.filter((x)=>/kafka.*(scram|plain)|mutual|Https|tls/i.test(x.file)).slice(0,4)) {
  const run = ()=>{ for(let i=0;i<2000;i++) engine.diagnose(TextDocument.create('a','streamconn',ver++,f.content)); };
  run(); const t=performance.now(); run(); console.log(f.file, f.content.length, ((performance.now()-t)/2000*1000).toFixed(1),'µs');
  const val=JSON.parse(f.content);
  const r2=()=>{for(let i=0;i<5000;i++) parse(f.content)}; r2(); let t2=performance.now(); r2(); console.log('  parse', ((performance.now()-t2)/5).toFixed(1),'µs');
  const r3=()=>{for(let i=0;i<5000;i++) placesIn(val)}; r3(); t2=performance.now(); r3(); console.log('  places', ((performance.now()-t2)/5).toFixed(1),'µs');
  const p3=placesIn(val); const r4=()=>{for(let i=0;i<5000;i++) breaksAt(p3)}; r4(); t2=performance.now(); r4(); console.log('  breaks', ((performance.now()-t2)/5).toFixed(1),'µs');
}
