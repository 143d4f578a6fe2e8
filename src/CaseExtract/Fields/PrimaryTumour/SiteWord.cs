namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/site-word.tsv</c> does beside the name of a place.</summary>
[Flags]
internal enum SiteWord
{
    /// <summary>Behind a place, makes the two an examination, a symptom or a test: "chest CT", "abdominal pain".</summary>
    Examined = 1,

    /// <summary>Leads from a tumour to its place: "of", "within", "involving".</summary>
    Link = 2,

    /// <summary>Between a place and the tumour behind it, parts the two: "showed".</summary>
    Break = 4,

    /// <summary>Between a tumour and the place behind it, parts the two: "with".</summary>
    Verb = 8,

    /// <summary>Leads from a metastasis to its seat.</summary>
    To = 16,

    /// <summary>Leads from a metastasis to its source.</summary>
    From = 32,

    /// <summary>Behind a place, says that the tumour came to it: "leptomeningeal involvement".</summary>
    Spread = 64,

    /// <summary>The same, where "metastatic" stands before the place: "metastatic peritoneal lesions".</summary>
    Deposit = 128,

    /// <summary>Tells a size or a part, and counts nothing between a tumour and its place: "measuring", "cm", "the upper pole".</summary>
    Measure = 256,

    /// <summary>Tells of a nerve outside the dura.</summary>
    Foraminal = 512,

    /// <summary>Tells of a bone tumour outside bone.</summary>
    Extraskeletal = 1024,

    /// <summary>Behind a place, tells that its tumour moved on from there: "of the stomach had metastasized".</summary>
    Moved = 2048,

    /// <summary>Before a place, says that the tumour grew into it: "invasion of the bladder".</summary>
    Growth = 4096,

    /// <summary>Joins the places of a list: "the liver and both lungs as well as bone".</summary>
    List = 8192,

    /// <summary>On the side of a place towards the mouth or the head: "3 cm proximal to the splenic flexure".</summary>
    Above = 16384,

    /// <summary>On the other side.</summary>
    Below = 32768,

    /// <summary>At a distance from a place: "7 cm from the anal verge".</summary>
    Off = 65536,

    /// <summary>Next to a place, though not in it: "just above the cardia".</summary>
    Near = 131072,

    /// <summary>The unit of a distance.</summary>
    Unit = 262144,
}
