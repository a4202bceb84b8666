using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>The language of documents.</summary>
public class LanguageCode : ConstantClass
{
    public static readonly LanguageCode En = new("en");
    public static readonly LanguageCode Es = new("es");
    public static readonly LanguageCode Fr = new("fr");
    public static readonly LanguageCode De = new("de");
    public static readonly LanguageCode It = new("it");
    public static readonly LanguageCode Pt = new("pt");
    public static readonly LanguageCode Ar = new("ar");
    public static readonly LanguageCode Hi = new("hi");
    public static readonly LanguageCode Ja = new("ja");
    public static readonly LanguageCode Ko = new("ko");
    public static readonly LanguageCode Zh = new("zh");
    public static readonly LanguageCode ZhTW = new("zh-TW");

    public LanguageCode(string value)
        : base(value)
    {
    }

    public static LanguageCode FindValue(string value) => FindValue<LanguageCode>(value);

    public static implicit operator LanguageCode(string value) => FindValue(value);
}
