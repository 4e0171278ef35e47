import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { review } from './review.ts'

const statusOf = (sentence: string) => review('security', '# Touren', '', '## Ablauf', '', sentence).status

suite('security, in German and Chinese: who may do what', () => {
  for (const sentence of [
    'Zugriff auf die Adressen hat nur das Team Versand.',
    'Disponenten dürfen Touren anlegen, Fahrer nicht.',
    'Jeder Fahrer sieht ausschließlich seine Touren.',
    'Kunden können nur ihre eigenen Bestellungen einsehen.',
    'Nur die Filialleitung kann Preise freigeben.',
    'Der Zugang ist auf die Leitstelle beschränkt.',
    'Die Rechte werden je Gruppe im Verzeichnis gepflegt.',
    'Das Recht zum Stornieren hat nur die Schichtleitung.',
    'Ohne passende Rolle lässt sich keine Zahlung stornieren.',
    'Wer was darf, steht in einer Tabelle.',
    'Zugriffe auf fremde Bestellungen werden abgelehnt.',
    '只有管理员可以删除订单。',
    '只有店长才能退款。',
    '只允许财务人员导出报表。',
    '仅允许内部服务调用。',
    '非管理员不能打开后台。',
    '每次请求都会检查用户的角色。',
    '租户看不到其他租户的数据。',
  ])
    test(sentence, () => assert.notEqual(statusOf(sentence), 'missing'))
})

suite('security, in German and Chinese: other limits and roles', () => {
  for (const sentence of [
    'Eine Tour darf nur einmal geändert werden.',
    'Die Daten dürfen nur kurz veraltet sein.',
    'Eine Bestellung kann nur storniert werden, solange sie offen ist.',
    'Die Rechte an den Bildern liegen beim Verlag.',
    'Der Zugriff auf die Tabelle dauert 5 ms.',
    'Es gibt drei Rollen von Knoten: Leser, Schreiber und Koordinator.',
    'Nur so können wir Bestellungen schnell ausliefern.',
    '只有主节点可以写入。',
    '只有库存充足时才能下单。',
    '仅允许一次重试。',
    '消息队列扮演缓冲的角色。',
    '成局前检查角色偏好，按角色偏好分队。',
    '移动由角色控制器处理。',
    '只有财务系统会受到影响。',
    '只对财务报表做缓存。',
    '其他用户的数据会晚几秒同步。',
    '订单按角色拆分为两张表。',
    'Nur der Garbage Collector kann alte Einträge löschen.',
    'Nur zwei Worker können gleichzeitig Dateien bearbeiten.',
    'Zugriffe auf fremde Systeme sind langsam.',
    'Zugriffe auf die Platte haben nur geringe Latenz.',
    'Die Rolle des Nutzers im Interview war Einkäufer.',
    'Die Warteschlange kann nur ihre eigenen Nachrichten lesen.',
    'Der Dienst darf nur asynchron schreiben.',
  ])
    test(sentence, () => assert.equal(statusOf(sentence), 'missing'))
})
