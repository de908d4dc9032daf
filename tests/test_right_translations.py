"""Right translations of many languages: whatever a rule says of them is a false alarm."""

import pytest

from tqcheck.session import check_texts

RIGHT = [
    # What is counted in millions is said once, for both numbers.
    (
        "pt-en",
        "A dívida baixou de 132 para 109 milhões de euros.",
        "Debt fell from €132 million to €109 million.",
    ),
    (
        "en-es",
        "The group predicts revenue of between €2.65bn and €2.7bn.",
        "El grupo prevé una facturación de entre 2650 y 2700 millones de euros.",
    ),
    # One length in two units or one.
    (
        "ja-en",
        "積雪は津南町で1メートル96センチ、湯沢町で1メートル52センチだった。",
        "The snow was 196 cm deep in Tsunan and 152 cm in Yuzawa.",
    ),
    ("en-es", "At mile 11 she fell.", "En el kilómetro 18 se cayó."),
    ("zh-en", "船上有香料4700多斤。", "There were more than 2,350 kilograms of spices on board."),
    # A range, and durations, in words.
    (
        "ar-en",
        "يرفع الكلفة بما بين ثمانية وعشرة آلاف دولار.",
        "It adds between $8,000 and $10,000 to the cost.",
    ),
    ("es-en", "Esperó 18 meses.", "She waited for a year and a half."),
    ("zh-en", "他丢掉4分32秒。", "He lost 4:32."),
    (
        "en-de",
        "She crossed the line in 3 hrs 42 min 17 sec.",
        "Sie überquerte die Ziellinie nach 3:42:17 Stunden.",
    ),
    (
        "uk-en",
        "У Полтаві на 88-му році життя померла ботанікиня Ірина Савчук.",
        "The botanist Iryna Savchuk has died in Poltava at the age of 87.",
    ),
    (
        "nl-en",
        "De bond zou een tiende van de kosten dragen.",
        "The union would meet a tenth of the cost.",
    ),
    # Letters that a country has otherwise in each language, and those of cases.
    ("pt-en", "As vendas cresceram na Argélia.", "Sales grew in Algeria."),
    (
        "uk-en",
        "Музей стоїть на вулиці Коцюбинського.",
        "The museum stands in Kotsiubynskyi Street.",
    ),
    # A title in Latin letters, as the source has it.
    (
        "ru-en",
        "В прошлом году вышла книга «L’Organisation» о Женеве.",
        "A book on Geneva, L’Organisation, was published last year.",
    ),
    ("es-en", "Fuentes judiciales lo confirmaron.", "Judicial sources confirmed it."),
    (
        "es-en",
        "3. Femke Verhagen (NED), a 67 segundos",
        "3. Femke Verhagen (Netherlands), +67 seconds",
    ),
    ("zh-en", "中心最低气压970百帕。", "The lowest pressure at its center was 970 hectopascals."),
    ("hi-en", "निदेशक सुधीर पाटीदार ने कहा।", "Director Sudhir Patidar said so."),
    ("hi-en", "यह संयंत्र इंदौर में है।", "The plant is in Indore."),
    (
        "de-en",
        "Das sagte Serbiens Präsident Aleksandar Vučić.",
        "Serbian President Aleksandar Vučić said so.",
    ),
    (
        "de-en",
        "Dem stimmte Hischam Abd al-Chalik zu.",
        "Hisham Abdel Khalek agreed.",
    ),
    (
        "ru-en",
        "Об этом сказал бывший министр Греции Яннис Хадзис.",
        "The former Greek minister Yannis Hatzis said so.",
    ),
    (
        "fr-en",
        "Le lutteur iranien Arash Bahrampour a gagné.",
        "Iranian wrestler Arash Bahrampour won.",
    ),
    ("de-fr", "Die Briefträgerin wohnt in Lyon.", "La factrice habite à Lyon."),
    # Persian papers have a calendar of their own.
    ("fa-en", "این مسابقه ۱۴ مهر ۱۴۰۴ برگزار شد.", "The match took place on October 6, 2025."),
    ("ar-en", "ترجمت إلى إحدى عشرة لغة.", "It was translated into 11 languages."),
    ("de-en", "Er hat die Einstellung des Verfahrens erreicht.", "He had the case dismissed."),
    # Names that are at home in the source's language.
    ("pt-en", "O corredor Ederson Quirino venceu.", "The runner Ederson Quirino won."),
    ("it-en", "La torta viene dalle Langhe.", "The cake comes from the Langhe."),
    # What names begin with is not the same everywhere, and may be the bearer's own.
    (
        "es-en",
        "El pintor búlgaro Jristo Damianov vive en Sofía.",
        "The Bulgarian painter Hristo Damianov lives in Sofia.",
    ),
    (
        "de-en",
        "Der Ukrainer Wadym Huzenko sprach.",
        "The Ukrainian Vadym Gutsenko spoke.",
    ),
    (
        "ru-en",
        "Кубинец Хоакин Марин победил.",
        "Cuba's Joaquín Marín won.",
    ),
    # Vowels of a script of consonants, in the bearer's way or the newspaper's.
    ("ar-en", "قال أندريه شيفتشينكو في كييف ذلك.", "Andriy Shevchenko said so in Kyiv."),
    (
        "ar-en",
        "حكمت محكمة في ألمانيا على العراقي سمير الجبوري بالسجن.",
        "A court in Germany sent the Iraqi Samir al-Jubouri to prison.",
    ),
    (
        "ar-en",
        "أدين القائد بجرائم ضد الإيزيديين.",
        "The leader was convicted of crimes against Yazidis.",
    ),
    (
        "es-en",
        "El griego Yorgos Papadópulu habló. Papadópulu vive en Patras.",
        "The Greek Giorgos Papadopoulou spoke. Papadopoulou lives in Patras.",
    ),
    (
        "ca-en",
        "La mestra Montserrat Vila i Roca va morir.",
        "The teacher Montserrat Vila i Roca has died.",
    ),
    # Words that are lent.
    ("zh-en", "人们献上哈达。", "People offered white hada scarves."),
    ("zh-en", "她卖米粉。", "She sells pho in the market."),
    # Names in two words or one, told otherwise, or with what is at home beside them.
    ("fr-en", "L’Égyptien Achraf Abdelghaffar a refusé.", "Egypt’s Ashraf Abdel Ghaffar refused."),
    (
        "ar-en",
        "تحدث رئيس الجامعة عبد السلام أحيزون.",
        "The federation’s head, Abdeslam Ahizoune, spoke.",
    ),
    ("es-en", "Habló el enviado de Bruselas.", "The EU’s envoy spoke."),
    (
        "it-en",
        "A Castel del Monte la Farnesina strappa un accordo.",
        "Foreign ministry wrests a deal in Castel del Monte.",
    ),
    (
        "tr-en",
        "Akçaova Üniversitesi yeni bir bölüm açtı.",
        "Akçaova University opened a department.",
    ),
    ("ar-en", "حضر السفير الياباني إيواي فوميو.", "Japan’s ambassador, Fumio Iwai, was there."),
    (
        "de-en",
        "ZKB-Analyst Beat Rohner wartet ab.",
        "Beat Rohner of Zürcher Kantonalbank is waiting.",
    ),
    ("de-en", "Das sagte Noa Ben-Zwi.", "Noa Ben-Zvi said so."),
    (
        "de-en",
        "Bürgermeister Pál Szabó vom Verband der Ungarn schimpft.",
        "Mayor Pál Szabó of the Alliance of Hungarians fumes.",
    ),
    (
        "en-de",
        "The lawyers Tseng Li-hua and Anna Berg won.",
        "Die Anwältinnen Tseng Li-hua und Anna Berg gewannen.",
    ),
    (
        "ru-en",
        "Поезд «Россия» простоял семь часов.",
        "The Rossiya train was held up for seven hours.",
    ),
    (
        "ja-en",
        "留学生のグエン・ティ・トゥイさんもいる。",
        "The student Nguyen Thi Thuy is there, too.",
    ),
    ("zh-en", "中老铁路通车了。", "The China-Laos Railway has opened."),
    (
        "zh-en",
        "三星期内巡查七次，他向廉署举报。",
        "After seven inspections in three weeks he went to the Independent Commission.",
    ),
    (
        "fr-en",
        "Le village de Larrau (Pyrénées-Atlantiques) est isolé.",
        "The village of Larrau in France is cut off.",
    ),
    # Measures and money of a region.
    ("zh-en", "工程耗資4500萬元。", "The works cost NT$45 million."),
    ("zh-en", "占地約430坪。", "It occupies about 1,420 square metres."),
    (
        "en-es",
        "Below 14 degrees Fahrenheit it fails.",
        "Por debajo de los 10 grados bajo cero falla.",
    ),
    (
        "ar-en",
        "شعر السكان بالهزة من دون تسجيل أضرار.",
        "Residents felt it but no damage was recorded.",
    ),
    # A letter, and a pronoun behind its verb.
    ("pl-en", "Zobaczyłem literę ø.", "I saw the letter ø."),
    ("es-en", "La cineasta Nino Javajishvili ganó.", "The filmmaker Nino Javakhishvili won."),
    ("es-en", "La Concha de Plata fue para Behruz.", "The Silver Shell went to Behrouz."),
    (
        "es-fr",
        "Juan vive en San Juan de Terranova. Juan pesca.",
        "Juan vit à Saint-Jean de Terre-Neuve. Juan pêche.",
    ),
    (
        "ar-en",
        "قال أمين المكتبة محمد ولد غلام ذلك.",
        "The librarian, Mohamed Ould Ghoulam, said so.",
    ),
    ("de-en", "Sie arbeitet für Ärzte ohne Grenzen.", "She works for Médecins Sans Frontières."),
    ("fr-de", "L’Opéra national du Rhin attend.", "Die Opéra national du Rhin wartet."),
    (
        "en-fr",
        "The State Department sent an observer.",
        "Le département d’Etat a envoyé un observateur.",
    ),
    ("ru-en", "Бишкек потратил 1,7 млрд сомов.", "Kyrgyzstan spent 1.7 billion soms."),
    (
        "ko-en",
        "빵집을 연 허가이 발렌티나 씨도 그중 하나다.",
        "Valentina Khegai, who opened a bakery, is one of them.",
    ),
    ("tr-en", "Kars Devlet Hastanesi’ne götürüldü.", "He was taken to Kars State Hospital."),
    (
        "it-en",
        "Per oltre due secoli e mezzo nessuno lo aprì.",
        "For more than 250 years no one opened it.",
    ),
    ("zh-en", "西安出土的铜镜很少见。", "Mirrors found around Xi'an, a city, are rare."),
    (
        "ar-en",
        "قال الطبيب البولندي زبيغنيف شتشيبانياك ذلك.",
        "The Polish doctor Zbigniew Szczepaniak said so.",
    ),
    (
        "ar-en",
        "استبعده الاتحاد الدولي للدراجات.",
        "The International Cycling Union (UCI) disqualified him.",
    ),
    ("de-en", "Die Orgel steht in Kronstadt.", "The organ stands in Brașov."),
    ("fr-en", "Le Serbe Miodrag Stoïkovitch enseigne.", "Miodrag Stojković of Serbia teaches."),
    ("fr-en", "Il complète le praziquantel.", "It complements praziquantel."),
    ("ko-en", "수온이 17도다.", "The water is at 17 degrees Celsius."),
    ("nl-en", "Hij speelt op de Sint-Romboutstoren.", "He plays in St Rumbold's Tower."),
    (
        "ru-en",
        "Судно принадлежит греку Спиридону Папахаралампусу.",
        "The ship belongs to the Greek Spyridon Papacharalambous.",
    ),
    ("zh-en", "遵义正安人从没见过吉他。", "People in Zheng'an had never seen a guitar."),
    ("zh-en", "她师从裁缝谭锦棠。", "Her teacher was the tailor Tam Kam-tong."),
    ("ar-en", "ترأس اللجنة المخرج عثمان ندياي.", "The director Ousmane Ndiaye chaired the jury."),
    ("es-en", "Un huaico sepultó el pueblo.", "A huaico, a torrent of mud, buried the village."),
    (
        "ru-en",
        "В Евразийской экономической комиссии (ЕЭК) молчат.",
        "The Eurasian Economic Commission (EEC) is silent.",
    ),
    # Traditional characters.
    (
        "zh-en",
        "獎金捐給醫院管理局慈善基金。",
        "The prize went to the Hospital Authority Charitable Foundation.",
    ),
    (
        "zh-en",
        "台韓研究人員登上鐵尖島。",
        "Researchers from Taiwan and South Korea went to Tiejian Island.",
    ),
    (
        "fr-en",
        "Le maire a félicité la Loirétaine hier.",
        "The mayor congratulated the champion.",
    ),
    ("zh-en", "英国首相特雷莎·梅指责反对者。", "British PM May accused her critics."),
    (
        "ar-en",
        "وصل ياباني اسمه هيروكازو كوريدا مع ليو جيان قوه.",
        "Hirokazu Kore-eda of Japan came with Liu Jianguo.",
    ),
    # Letters that stand for one sound or another in names of other origins.
    (
        "de-en",
        "Der Iraner Reza Dschafari sprach.",
        "The Iranian Reza Jafari spoke.",
    ),
    (
        "de-en",
        "Der kasachische Konzern KazMunayGas bot mit.",
        "The Kazakh company KazMunayGas bid as well.",
    ),
    (
        "es-en",
        "El portavoz Mijaíl Yerebtsov habló.",
        "The spokesman Mikhail Zherebtsov spoke.",
    ),
    (
        "fr-en",
        "Les troupes du général Mohammed Hamdan Daglo avancent.",
        "The troops of General Mohamed Hamdan Dagalo are advancing.",
    ),
    # Who was named is “he” in the next sentence.
    (
        "en-fr",
        "The court heard Derek Sowden. Mr Sowden, 61, denies it.",
        "Le tribunal a entendu Derek Sowden. Âgé de 61 ans, ce dernier le nie.",
    ),
    # What is said of a body or a person, and is no name.
    (
        "tr-en",
        "Ayvalık Ticaret Odası tüketicileri uyardı.",
        "The Ayvalık Chamber of Commerce warned consumers.",
    ),
    (
        "tr-en",
        "Gıda mühendisi Doç. Dr. Murat Eroğlu’na göre enginar kararır.",
        "According to Assoc. Prof. Murat Eroğlu, a food engineer, artichokes darken.",
    ),
    (
        "ko-en",
        "호주 머독대의 앤드루 펠프스 교수는 반대했다.",
        "Professor Andrew Phelps of Murdoch University in Australia disagreed.",
    ),
    (
        "ko-en",
        "폴란드 출신 마야 코발스카가 33점을 올렸고 한서윤이 이겼다.",
        "Poland’s Maja Kowalska scored 33 points, and Han Seo-yun won.",
    ),
    (
        "pt-en",
        "O paulista promete tentar de novo em Buenos Aires.",
        "The São Paulo native has vowed to try again in Buenos Aires.",
    ),
    ("ar-en", "ركض كوفاتشيتش نحو منتصف الملعب.", "Kovacic ran to midfield."),
    (
        "ja-en",
        "市長は自衛隊の派遣を要請しない。",
        "The mayor will not ask for the Self-Defense Forces.",
    ),
    (
        "en-fr",
        "The study’s first author is a woman.",
        "La première autrice de l’étude est une femme.",
    ),
    # Places whose names differ between languages more than their spelling tells.
    (
        "it-en",
        "Gli scontri sono ripresi a Misurata e a Bengasi.",
        "Clashes have resumed in Misrata and Benghazi.",
    ),
    ("tr-en", "Gemi Midilli açıklarında battı.", "The ship sank off Lesbos."),
    (
        "pt-en",
        "A fábrica fica na província de Cantão, no sul.",
        "The factory is in Guangdong province, in the south.",
    ),
    ("ar-en", "افتتح المعرض في شتوتغارت أمس.", "The exhibition opened in Stuttgart yesterday."),
    (
        "pl-de",
        "Pociąg z Moguncji do Akwizgranu spóźnił się godzinę.",
        "Der Zug von Mainz nach Aachen hatte eine Stunde Verspätung.",
    ),
    (
        "cs-en",
        "Výstava se přesunula z Řezna do Mohuče.",
        "The exhibition has moved from Regensburg to Mainz.",
    ),
    (
        "ja-en",
        "船は黒海を渡ってトラブゾンに着いた。",
        "The ship crossed the Black Sea and reached Trabzon.",
    ),
    (
        "uk-fr",
        "Обстріл Запоріжжя й Миколаєва тривав усю ніч.",
        "Le bombardement de Zaporijjia et de Mykolaïv a duré toute la nuit.",
    ),
    (
        "nl-en",
        "Het schip voer door de Straat van Hormuz naar de Rode Zee.",
        "The ship sailed through the Strait of Hormuz to the Red Sea.",
    ),
    # Names in kana behind characters, in Palladius’s letters, and told by what they mean; centuries,
    # telephones, fractions, days, clocks.
    (
        "ja-en",
        "避難した農家の村瀬キヨさん(81)は川を見つめた。",
        "Kiyo Murase, an 81-year-old farmer who had fled, looked at the river.",
    ),
    (
        "ru-en",
        "Китайский геолог Ло Цзинъюй отвечает за буровую установку.",
        "The Chinese geologist Luo Jingyu is in charge of the drilling rig.",
    ),
    (
        "zh-en",
        "希腊《灯塔报》评论说，码头太小。",
        "The Greek newspaper Faros commented that the pier was too small.",
    ),
    (
        "el-en",
        "Στην τετραετία τα έσοδα αυξήθηκαν κατά 12 τοις εκατό· γιατί όμως;",
        "Over the four years revenue grew by 12 percent; but why?",
    ),
    (
        "sv-en",
        "På 1800-talet bodde 3 500 personer på ön i Östersjön.",
        "In the 19th century 3,500 people lived on the island in the Baltic Sea.",
    ),
    (
        "pt-en",
        "As inscrições fazem-se pelo telefone 222 333 444.",
        "To sign up, call +351 222 333 444.",
    ),
    (
        "hi-en",
        "पुल पर साढ़े सात करोड़ रुपये खर्च हुए।",
        "The bridge cost 75 million rupees.",
    ),
    (
        "en-tr",
        "The museum is closed on Tuesdays in July.",
        "Müze temmuz ayında salı günleri kapalıdır.",
    ),
    (
        "ar-en",
        "انتهى اللقاء عند الساعة ١٩:٣٠ بتوقيت بريطانيا.",
        "The meeting ended at 19:30 BST.",
    ),
]


@pytest.mark.parametrize(("pair", "source", "target"), RIGHT)
def test_nothing_is_said(pair: str, source: str, target: str) -> None:
    here, there = pair.split("-")
    assert [str(each) for each in check_texts(source, target, here, there).findings] == []
