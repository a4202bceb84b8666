using System.Net;
using System.Net.Sockets;

namespace ComprehendSharing.Evaluation;

/// <summary>The operators for IP addresses: the policy has a range in CIDR form, or one address.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see></remarks>
internal static class IpAddressOperators
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["IpAddress"] = new(IsNegated: false, TakesVariables: false, IsIn),
        ["NotIpAddress"] = new(IsNegated: true, TakesVariables: false, IsIn),
    };

    private static MatchAnswer IsIn(ExpandedText expected, string actual)
    {
        string[] parts = expected.Text.Split('/');
        if (parts.Length > 2 || !TryParse(parts[0], out byte[] network) || !TryPrefix(parts, network, out int prefix))
        {
            return MatchAnswer.NotDecided;
        }

        return ConditionOperator.Answer(TryParse(actual, out byte[] address) && HasPrefix(address, network, prefix));
    }

    // An address alone is a range of one.
    private static bool TryPrefix(string[] parts, byte[] network, out int prefix)
    {
        prefix = network.Length * 8;
        return parts.Length == 1
            || (int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out prefix)
                && prefix <= network.Length * 8);
    }

    private static bool HasPrefix(byte[] address, byte[] network, int prefix)
    {
        if (address.Length != network.Length)
        {
            return false;
        }

        for (int bit = 0; bit < prefix; bit++)
        {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryParse(string text, out byte[] bytes)
    {
        // The class library also reads "1" and "0x7f.1"; a policy does not mean them.
        bool isAddress = IPAddress.TryParse(text, out IPAddress? address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || text.Count(c => c == '.') == 3);
        bytes = isAddress ? address!.GetAddressBytes() : [];
        return isAddress;
    }
}
