#!/usr/bin/env node
// Rewrites a feed the way small agencies write theirs: everything but title, provider, price and day plan goes into the description.
// node scripts/as-prose.mjs data/catalogue.jsonl > /tmp/prose.jsonl
import { readFileSync } from 'node:fs';

const kept = ['id', 'provider', 'title', 'price_amount', 'price_currency', 'price_per', 'available_from', 'available_until', 'booking_url', 'contact_phone', 'itinerary'];
const lists = [['transportation', 'Transport', 'Phương tiện'], ['food', 'Meals', 'Ăn uống'], ['activities', 'Highlights', 'Hoạt động'], ['accommodation', 'Stay', 'Lưu trú'], ['includes', 'Includes', 'Bao gồm']];

function prose(record) {
  const say = (english, vietnamese) => (record.language === 'vi' ? vietnamese : english);
  const parts = [record.description];
  if (record.locations?.length) parts.push(`${say('Places', 'Điểm đến')}: ${record.locations.join(', ')}`);
  if (record.start_location) parts.push(`${say('Departs from', 'Khởi hành từ')} ${record.start_location}`);
  if (record.duration_days) {
    const nights = record.nights ? ` ${record.nights} ${say('nights', 'đêm')}` : '';
    parts.push(`${say('Duration', 'Thời gian')}: ${record.duration_days} ${say('days', 'ngày')}${nights}`);
  }
  for (const [member, english, vietnamese] of lists) {
    if (record[member]?.length) parts.push(`${say(english, vietnamese)}: ${[record[member]].flat().join(', ')}`);
  }
  parts.push(record.notes);
  return parts.filter(Boolean).join('. ');
}

for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const record = JSON.parse(line);
  const rest = Object.fromEntries(Object.entries(record).filter(([member]) => kept.includes(member)));
  console.log(JSON.stringify({ ...rest, description: prose(record) }));
}
