//! The words that names are made of: virtues, crafts, people. None is the name of a real person or body.

use crate::kernel::language::Phrase;
use crate::resources::associations::material::Gender;

/// A word in Arabic, French and English.
const fn word(ar: &'static str, fr: &'static str, en: &'static str) -> Phrase {
    Phrase { ar, fr, en }
}

/// What associations like to be called.
pub const VIRTUES: &[Phrase] = &[
    word("الأصالة", "El Assala", "Al-Asala"),
    word("التراث", "Et-Tourath", "Al-Turath"),
    word("الأنامل الذهبية", "Les Doigts d’or", "Golden Fingers"),
    word("الإبداع", "El Ibdaa", "Al-Ibdaa"),
    word("الأمل", "El Amel", "Al-Amal"),
    word("النور", "En-Nour", "Al-Nour"),
    word("الواحة", "El Waha", "Al-Waha"),
    word("الوفاء", "El Wafa", "Al-Wafa"),
    word("الجذور", "El Djoudhour", "Al-Judhur"),
    word("البركة", "El Baraka", "Al-Baraka"),
    word("الإتقان", "El Itkane", "Al-Itqan"),
    word("الهمة", "El Himma", "Al-Himma"),
    word("السنابل", "Es-Sanabil", "Al-Sanabil"),
    word("النخيل", "En-Nakhil", "Al-Nakhil"),
    word("الأفق", "El Oufouk", "Al-Ufuq"),
    word("المنارة", "El Manara", "Al-Manara"),
    word("الياسمين", "El Yasmine", "Al-Yasmin"),
    word("الزيتونة", "Ez-Zitouna", "Al-Zaytuna"),
    word("الريحان", "Er-Rihane", "Al-Rayhan"),
    word("الصفاء", "Es-Safa", "Al-Safa"),
    word("النهضة", "En-Nahda", "Al-Nahda"),
    word("الينبوع", "El Yanbouaa", "Al-Yanbu"),
    word("المودة", "El Mawadda", "Al-Mawadda"),
    word("التعاون", "Et-Taawoun", "Al-Taawun"),
    word("الفجر", "El Fadjr", "Al-Fajr"),
    word("الربيع", "Er-Rabie", "Al-Rabi"),
    word("القنديل", "El Kandil", "Al-Qandil"),
    word("المشكاة", "El Michkat", "Al-Mishkat"),
    word("الغصن الأخضر", "Le Rameau vert", "Green Branch"),
    word("اليد المبدعة", "La Main créative", "Creative Hand"),
    word("الشروق", "Ech-Chourouk", "Al-Shuruq"),
    word("الإخلاص", "El Ikhlas", "Al-Ikhlas"),
    word("المثابرة", "El Mouthabara", "Al-Muthabara"),
    word("الأيادي الماهرة", "Les Mains habiles", "Skilled Hands"),
    word("الكرامة", "El Karama", "Al-Karama"),
    word("الامتياز", "El Imtiyaz", "Al-Imtiyaz"),
];

/// A craft, and the sector it belongs to.
pub struct Craft {
    /// Code of the sector.
    pub sector: &'static str,
    /// Its name; in French with the article that follows « artisans ».
    pub name: Phrase,
    /// How often it is met, against the others.
    pub weight: u32,
}

const fn craft(sector: &'static str, weight: u32, ar: &'static str, fr: &'static str, en: &'static str) -> Craft {
    Craft { sector, weight, name: word(ar, fr, en) }
}

/// Crafts.
pub const CRAFTS: &[Craft] = &[
    craft("01", 4, "الحلويات التقليدية", "des gâteaux traditionnels", "Traditional Pastry"),
    craft("01", 3, "الكسكسي", "du couscous", "Couscous"),
    craft("01", 2, "تقطير الزهور", "de la distillation des fleurs", "Flower Distilling"),
    craft("02", 6, "الفخار", "de la poterie", "Pottery"),
    craft("02", 5, "الخزف", "de la céramique", "Ceramics"),
    craft("02", 2, "النقش على الجبس", "du plâtre sculpté", "Carved Plaster"),
    craft("02", 1, "الزجاج المنفوخ", "du verre soufflé", "Blown Glass"),
    craft("02", 2, "نحت الحجر", "de la taille de pierre", "Stone Carving"),
    craft("02", 2, "الفسيفساء", "de la mosaïque", "Mosaic"),
    craft("03", 5, "النحاس", "de la dinanderie", "Copperware"),
    craft("03", 3, "صياغة الفضة", "de l’orfèvrerie", "Silverwork"),
    craft("04", 4, "النقش على الخشب", "de la gravure sur bois", "Wood Carving"),
    craft("04", 1, "الآلات الموسيقية التقليدية", "des instruments de musique", "Musical Instruments"),
    craft("05", 8, "الزرابي", "du tapis", "Carpet"),
    craft("05", 6, "النسيج", "du tissage", "Weaving"),
    craft("05", 2, "البرنوس", "du burnous", "Burnous"),
    craft("05", 2, "غزل الصوف", "du filage de la laine", "Wool Spinning"),
    craft("06", 7, "الطرز", "de la broderie", "Embroidery"),
    craft("06", 5, "اللباس التقليدي", "de l’habit traditionnel", "Traditional Dress"),
    craft("06", 1, "الرسم على الحرير", "de la peinture sur soie", "Silk Painting"),
    craft("07", 4, "الجلود", "du cuir", "Leather"),
    craft("07", 2, "السروج", "de la sellerie", "Saddlery"),
    craft("08", 5, "السلال", "de la vannerie", "Basketry"),
    craft("08", 2, "الحلفاء", "de l’alfa", "Esparto"),
    craft("08", 1, "الشموع", "de la bougie", "Candle"),
    craft("09", 1, "الرخام", "du marbre", "Marble"),
    craft("11", 2, "الحدادة الفنية", "de la ferronnerie d’art", "Art Ironwork"),
    craft("12", 2, "زيت الزيتون", "de l’huile d’olive", "Olive Oil"),
    craft("13", 2, "الأحذية التقليدية", "de la chaussure traditionnelle", "Traditional Shoe"),
    craft("14", 2, "الأثاث التقليدي", "du meuble traditionnel", "Traditional Furniture"),
    craft("15", 1, "البناء بالطين", "de la construction en terre", "Earth Building"),
    craft("16", 4, "الحلي", "du bijou", "Jewellery"),
    craft("17", 1, "تجليد الكتب", "de la reliure", "Bookbinding"),
    craft("21", 2, "الزخرفة", "de la décoration", "Decoration"),
    craft("22", 1, "الصابون التقليدي", "du savon artisanal", "Handmade Soap"),
    craft("23", 3, "الخياطة", "de la couture", "Sewing"),
    craft("24", 1, "الخط العربي", "de la calligraphie", "Calligraphy"),
];

/// First names.
pub const FIRST_NAMES: &[(Gender, &str)] = &[
    (Gender::Woman, "نادية"),
    (Gender::Woman, "فاطمة الزهراء"),
    (Gender::Woman, "سعاد"),
    (Gender::Woman, "ليلى"),
    (Gender::Woman, "أمينة"),
    (Gender::Woman, "حورية"),
    (Gender::Woman, "زهية"),
    (Gender::Woman, "كريمة"),
    (Gender::Woman, "مليكة"),
    (Gender::Woman, "ياسمينة"),
    (Gender::Woman, "صورية"),
    (Gender::Woman, "نصيرة"),
    (Gender::Woman, "تسعديت"),
    (Gender::Woman, "خيرة"),
    (Gender::Man, "محمد الأمين"),
    (Gender::Man, "عبد القادر"),
    (Gender::Man, "كمال"),
    (Gender::Man, "رشيد"),
    (Gender::Man, "يوسف"),
    (Gender::Man, "إبراهيم"),
    (Gender::Man, "سليمان"),
    (Gender::Man, "مراد"),
    (Gender::Man, "بلقاسم"),
    (Gender::Man, "الطاهر"),
    (Gender::Man, "مصطفى"),
    (Gender::Man, "نور الدين"),
    (Gender::Man, "لخضر"),
    (Gender::Man, "أعراب"),
];

/// Family names made up from tools and materials of the crafts.
pub const FAMILY_NAMES: &[&str] = &[
    "بن صلصال",
    "بوزربية",
    "بن مغزل",
    "بن منوال",
    "بوسلة",
    "بن نول",
    "بومطرقة",
    "بن إزميل",
    "بوخابية",
    "بن طوبة",
    "بوقنديل",
    "بن حصير",
    "بوبرنوس",
    "بن قفة",
    "بوجرة",
    "بن خلخال",
    "بوسرج",
    "بن مخرز",
    "بوطاجين",
    "بن حرير",
    "بوقصعة",
    "بن صوفة",
    "بوفرن",
    "بن مبخرة",
    "بوسندان",
    "بن دوامة",
    "بومشط",
    "بن خيطة",
    "بولوح",
    "بن نقشة",
];

/// Why a file is sent back, the field, and the remark.
pub const RETURNS: &[(&str, &str, &str)] = &[
    ("وثائق التسجيل غير مكتملة", "/receipt", "أرفقوا وصل التسجيل ساري المفعول الصادر عن الولاية."),
    ("عدد المؤسسين لا يوافق مستوى الجمعية", "/founders/count", "عدد المؤسسين أقل مما يشترطه القانون 12-06 لهذا المستوى."),
    ("معلومات الاتصال غير صحيحة", "/contacts", "رقم الهاتف لا يجيب؛ أعطوا رقما تستعمله الجمعية."),
    ("العهدة الانتخابية منتهية", "/mandates", "انتهت عهدة الرئيس؛ أضيفوا محضر الانتخاب الأخير."),
    ("المقر غير محدد", "/seat/address", "اكتبوا عنوان المقر كاملا كما في القانون الأساسي."),
];

/// Why a file loses good standing.
pub const SUSPENSIONS: &[&str] =
    &["انتهاء العهدة دون تجديد المكتب", "عدم تقديم التقرير الأدبي والمالي لسنتين", "قرار قضائي مؤقت بتعليق النشاط"];

/// Why a file regains it.
pub const REINSTATEMENTS: &[&str] = &["تم تجديد المكتب وفق القانون الأساسي", "قُدمت التقارير المتأخرة"];

/// Why an association no longer exists.
pub const DISSOLUTIONS: &[&str] = &["حل إرادي بقرار من الجمعية العامة", "اندماج في جمعية أخرى"];
