//! Stands in for the crate of this name, which Debian does not have, with the one thing that the generated models use of it:
//! a member that is absent, null or a value.

pub mod rust {
    pub mod double_option {
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn deserialize<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
        where
            D: Deserializer<'de>,
            T: Deserialize<'de>,
        {
            Option::deserialize(from).map(Some)
        }

        pub fn serialize<S, T>(value: &Option<Option<T>>, to: S) -> Result<S::Ok, S::Error>
        where
            S: Serializer,
            T: Serialize,
        {
            match value {
                None => to.serialize_unit(),
                Some(inner) => inner.serialize(to),
            }
        }
    }
}
